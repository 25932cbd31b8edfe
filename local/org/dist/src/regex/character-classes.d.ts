/**
 * Java's named character classes as the inside of a JavaScript class under the `v` flag.
 * Source: Java SE, java.util.regex.Pattern, "Predefined character classes", "POSIX character classes", "Unicode support".
 */
/** A character as it may stand in a class or out of it. */
export declare function literal(codePoint: number): string;
export declare const LINE_TERMINATORS = "\\n\\r\\u0085\\u2028\\u2029";
/** Of `\d`, `\W` …: a whole class. */
export declare function predefinedClass(letter: string, isUnicode: boolean): string | null;
/** The members of `\p{name}`; null for a name nobody knows. */
export declare function propertyMembers(name: string): string | null;
