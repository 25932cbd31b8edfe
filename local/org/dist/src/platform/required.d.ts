/** The value; null raises NullPointerException "Argument cannot be null." */
export declare function required<T>(value: T | null | undefined): T;
