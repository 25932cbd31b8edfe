/** The value behind System.PageReference: an address taken apart, so that its parameters can be changed. */
import { ApexMap } from "../../runtime/map.js";
import { platformTypeNamed, STRING } from "../../runtime/type.js";
import { urlDecode, urlEncode } from "../url-encoding.js";
export class PageReferenceValue {
    path;
    parameters = new ApexMap(STRING, STRING);
    headers = new ApexMap(STRING, STRING);
    cookies = new ApexMap(STRING, platformTypeNamed("System.Cookie"));
    anchor = null;
    isRedirect = false;
    constructor(url) {
        const match = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(url);
        this.path = match?.[1] ?? url;
        this.anchor = match?.[3] ?? null;
        for (const pair of (match?.[2] ?? "").split("&")) {
            if (pair === "")
                continue;
            const at = pair.indexOf("=");
            const [name, value] = at < 0 ? [pair, ""] : [pair.slice(0, at), pair.slice(at + 1)];
            this.parameters.put(urlDecode(name, "UTF-8"), urlDecode(value, "UTF-8"));
        }
    }
    /** With its parameters and its anchor. */
    get url() {
        const query = [...this.parameters.entries()]
            .flatMap(([name, value]) => value === null ? [] : [`${urlEncode(name, "UTF-8")}=${urlEncode(value, "UTF-8")}`])
            .join("&");
        const anchor = this.anchor === null ? "" : `#${this.anchor}`;
        return `${this.path}${query === "" ? "" : `?${query}`}${anchor}`;
    }
    toString() {
        return `System.PageReference[${this.url}]`;
    }
}
