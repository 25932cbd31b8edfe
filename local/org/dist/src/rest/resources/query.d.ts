/** `/query?q=`, `/queryAll?q=` and the locators of large results. Source: REST API Developer Guide, "Query", "Query Options Headers". */
import type { Selected } from "../../org/org.ts";
import type { RestContext } from "../context.ts";
import { type RestResponse } from "../http.ts";
import { type ChildrenRenderer } from "../record-to-json.ts";
export declare function query(context: RestContext): RestResponse;
export declare function queryAll(context: RestContext): RestResponse;
/** `/query/<locator>`: `01g…AAA-2000`. */
export declare function queryMore(context: RestContext): RestResponse;
/** @throws RestError with the place of the mistake in the text */
export declare function select(context: RestContext, text: string, allRows: boolean): Selected;
/** Children of a record, whole; null where there are none. */
export declare function childrenRenderer(basePath: string): ChildrenRenderer;
