/** null first; texts by their characters, numbers and points in time by value, project objects by compareTo. */
export declare function compareValues(a: unknown, b: unknown): number;
