import type { WrittenObject } from "./object-notation.ts";
/** Standard objects that the stubs of API version 65 leave out: their pages of the Object Reference. */
export declare const OBJECTS_WITHOUT_STUB: Readonly<Record<string, WrittenObject>>;
