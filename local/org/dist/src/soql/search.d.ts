import { ApexList } from "../runtime/list.ts";
import type { SObjectValue } from "../runtime/sobject.ts";
import type { SoslQuery } from "../syntax/query.ts";
import type { QueryContext } from "./query-context.ts";
/** Where Test.setFixedSearchResults keeps the ids that every search of a test gives. */
export declare const FIXED_SEARCH_RESULTS: unique symbol;
/**
 * A SOSL search: the words of the FIND text, each the beginning of a word in some text field. In a test a search finds the fixed
 * results only. Source: SOQL and SOSL Reference, FIND; Apex Developer Guide, Adding SOSL Queries to Unit Tests.
 */
export declare function searchRecords(query: SoslQuery<number>, context: QueryContext): ApexList<ApexList<SObjectValue>>;
