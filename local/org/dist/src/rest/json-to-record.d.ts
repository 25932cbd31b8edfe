import { SObjectValue } from "../runtime/sobject.ts";
import type { FieldDescribe, Schema, SObjectDescribe } from "../schema/schema.ts";
import { RestError } from "./rest-error.ts";
export declare function jsonToRecord(schema: Schema, describe: SObjectDescribe, body: unknown): SObjectValue;
export declare function noSuchColumn(name: string, describe: SObjectDescribe): RestError;
export declare function isJsonObject(value: unknown): value is Record<string, unknown>;
/** @throws RestError JSON_PARSER_ERROR where the JSON value cannot be one of the field. */
export declare function fieldValue(field: FieldDescribe, value: unknown): unknown;
