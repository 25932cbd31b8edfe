export type JsonTokenName = "END_ARRAY" | "END_OBJECT" | "FIELD_NAME" | "START_ARRAY" | "START_OBJECT" | "VALUE_FALSE" | "VALUE_NULL" | "VALUE_NUMBER_FLOAT" | "VALUE_NUMBER_INT" | "VALUE_STRING" | "VALUE_TRUE";
export interface JsonTokenAt {
    readonly name: JsonTokenName;
    /** As written for numbers and words, without quotes and escapes for strings and field names. */
    readonly text: string;
    /** Where it begins. */
    readonly offset: number;
    /** Where the token before it ended, white space passed over: a comma where one stands between them. */
    readonly boundary: number;
}
/** Reads one document; throws JSONException where it is none. */
export declare class JsonTokenizer {
    #private;
    readonly text: string;
    constructor(text: string);
    /** Null at the end of the document; whatever follows it is not looked at, as the platform does not. */
    next(): JsonTokenAt | null;
}
