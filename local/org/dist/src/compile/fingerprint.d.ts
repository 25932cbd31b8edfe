/** Changes whenever any source file of this package does, so that no output of another compiler is ever taken for this one's. */
export declare function compilerFingerprint(): string;
export declare function fingerprint(parts: Iterable<string>): string;
