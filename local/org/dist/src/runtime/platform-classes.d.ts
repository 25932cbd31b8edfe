/** Which JavaScript class stands behind which platform type. Filled by the platform's registry. */
type Implementation = abstract new (...values: any[]) => object;
export declare function registerImplementation(name: string, implementation: Implementation): void;
export declare function implementationOf(name: string): Implementation | undefined;
/** The catalog name of a platform value's type. */
export declare function platformTypeOf(value: object): string | undefined;
export {};
