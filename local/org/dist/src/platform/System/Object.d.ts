/** Java's String.hashCode. */
export declare function stringHash(text: string): number;
/** Equal values have equal hashes; a project object without hashCode of its own hashes by identity. */
export declare function hashOf(value: unknown): number;
export declare const objectBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
