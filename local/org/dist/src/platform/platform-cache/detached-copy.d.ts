export declare function detachedCopy(value: unknown): unknown;
