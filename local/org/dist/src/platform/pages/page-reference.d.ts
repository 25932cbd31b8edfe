/** The value behind System.PageReference: an address taken apart, so that its parameters can be changed. */
import { ApexMap } from "../../runtime/map.ts";
export declare class PageReferenceValue {
    readonly path: string;
    readonly parameters: ApexMap<string, string | null>;
    readonly headers: ApexMap<string, string>;
    readonly cookies: ApexMap<string, object>;
    anchor: string | null;
    isRedirect: boolean;
    constructor(url: string);
    /** With its parameters and its anchor. */
    get url(): string;
    toString(): string;
}
