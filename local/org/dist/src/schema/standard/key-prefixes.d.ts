/** A standard object's key prefix (case-insensitive by name); null when it is not documented. */
export declare function standardKeyPrefix(object: string): string | null;
/** The objects of the table above. */
export declare function objectsWithKnownPrefix(): readonly string[];
