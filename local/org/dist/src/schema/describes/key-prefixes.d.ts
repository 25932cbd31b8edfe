import { NameMap } from "../name-map.ts";
/**
 * Key prefixes for a project's objects: `a` and two characters for objects and custom settings, `m` for custom metadata types, `e` for
 * platform events, `c` for what the platform keeps beside an object. The characters come from the object's name, so that an object keeps
 * its prefix, and a stored record its object, when others come and go; a taken prefix gives way to the next free one.
 */
export declare function allotKeyPrefixes(names: readonly string[]): NameMap<string>;
/** A prefix for a standard object whose own is not documented, by its place among all standard objects. */
export declare function undocumentedPrefix(place: number): string;
/** The place that such a prefix stands for; -1 for any other prefix. */
export declare function placeOfPrefix(prefix: string): number;
