/** The values a new org starts with, of the picklists that several objects share (Metadata API Developer Guide, "StandardValueSet"). */
export declare const ACCOUNT_SOURCES: string[];
export declare const INDUSTRIES: string[];
export declare const RATINGS: string[];
export declare const SALUTATIONS: string[];
export declare const CLEAN_STATUSES: string[];
export declare const GEOCODE_ACCURACIES: string[];
export declare const ACTIVITY_RECURRENCES: string[];
/** A language's code in `LanguageLocaleKey`: the fully supported languages. */
export declare const LANGUAGES: string[];
export declare const USER_TYPES: string[];
export declare const RECORD_ACCESS: string[];
