/** System.PageReference and System.Cookie. Source: Apex Reference, "PageReference Class", "Cookie Class". */
import { raise } from "../../runtime/exception.js";
import { transaction } from "../../runtime/transaction.js";
import { platformType } from "../../runtime/behaviour.js";
import { PageReferenceValue } from "../pages/page-reference.js";
import { required } from "../required.js";
export class CookieValue {
    name;
    value;
    path;
    /** Seconds; -1 for the length of the session. */
    maxAge;
    isSecure;
    sameSite;
    isHttpOnly;
    constructor(name, value, path, maxAge, isSecure, sameSite = null, isHttpOnly = false) {
        this.name = required(name);
        this.value = value;
        this.path = path;
        this.maxAge = required(maxAge);
        this.isSecure = required(isSecure);
        this.sameSite = sameSite;
        this.isHttpOnly = required(isHttpOnly);
    }
}
export const cookieBehaviour = platformType({
    type: "System.Cookie",
    implementation: CookieValue,
    constructors: {
        new: (...parts) => new CookieValue(...parts),
    },
    methods: {
        getDomain: () => new URL(transaction().host.organization.baseUrl).hostname,
        getMaxAge: (cookie) => cookie.maxAge,
        getName: (cookie) => cookie.name,
        getPath: (cookie) => cookie.path,
        getSameSite: (cookie) => cookie.sameSite,
        getValue: (cookie) => cookie.value,
        isHttpOnly: (cookie) => cookie.isHttpOnly,
        isSecure: (cookie) => cookie.isSecure,
    },
});
/** Pages are not rendered here. */
function refuseContent() {
    return raise("System.VisualforceException", transaction().isTest
        ? "Methods defined as TestMethod do not support getContent call"
        : "Pages have no content in this org");
}
function setCookies(page, cookies) {
    for (const cookie of required(cookies))
        page.cookies.put(cookie.name, cookie);
}
export const pageReferenceBehaviour = platformType({
    type: "System.PageReference",
    implementation: PageReferenceValue,
    constructors: {
        "new(String)": (url) => new PageReferenceValue(required(url)),
        "new(SObject)": (record) => new PageReferenceValue(`/${required(record).id ?? ""}`),
    },
    statics: {
        forResource: (resource, path = null) => new PageReferenceValue(`/resource/${required(resource)}${path === null ? "" : `/${path}`}`),
    },
    methods: {
        getAnchor: (page) => page.anchor,
        getContent: refuseContent,
        getContentAsPDF: refuseContent,
        getCookies: (page) => page.cookies,
        getHeaders: (page) => page.headers,
        getParameters: (page) => page.parameters,
        getRedirect: (page) => page.isRedirect,
        getUrl: (page) => page.url,
        setAnchor: (page, anchor) => {
            page.anchor = anchor;
            return page;
        },
        setCookies,
        setRedirect: (page, isRedirect) => {
            page.isRedirect = required(isRedirect);
            return page;
        },
    },
});
