/**
 * What the page of this org asks beside Salesforce's own resources, below `/_local/lightning`: who looks at it, and rows for lists,
 * each as a record of the User Interface API.
 */
import { type RestContext } from "../context.ts";
import { type RestResponse } from "../http.ts";
export declare function isLocalPage(path: string): boolean;
export declare function localPage(context: RestContext): RestResponse;
