import { FieldToken, ObjectToken } from "../../runtime/tokens.ts";
export declare const objectTokenBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
export declare const fieldTokenBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
/** The token of a field of an object; null when it has no such field. */
export declare function fieldTokenOf(object: string, field: string): FieldToken | null;
export declare function objectTokenOf(object: string): ObjectToken | null;
