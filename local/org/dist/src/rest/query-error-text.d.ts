/**
 * Query errors as the REST API words them: the text around the place, a caret, and `ERROR at Row:1:Column:8`. Apex shows the last line
 * alone. Source: REST API Developer Guide, "Status Codes and Error Responses".
 */
import type { QueryError } from "../soql/query-error.ts";
import { RestError } from "./rest-error.ts";
export declare function queryRefusal(error: QueryError, text: string): RestError;
