import type { StandardObjects } from "./standard-objects-types.ts";
/** Every standard object of the platform: one file for each initial letter, read when an object of that letter is first asked for. */
export declare function standardObjects(): StandardObjects;
