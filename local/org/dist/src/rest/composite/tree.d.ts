import { type RestContext } from "../context.ts";
import { type RestResponse } from "../http.ts";
export declare function tree(context: RestContext): RestResponse;
