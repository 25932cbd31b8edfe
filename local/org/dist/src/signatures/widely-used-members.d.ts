/**
 * The platform members that public Apex code uses most, by type, as that code writes them: measured over 600 files of widely
 * used repositories. The compiler is of no use for such code while one of them is missing.
 */
export declare const WIDELY_USED_MEMBERS: Readonly<Record<string, string>>;
/** Types that are constructed, extended, implemented or caught there, besides. */
export declare const WIDELY_USED_TYPES: readonly string[];
