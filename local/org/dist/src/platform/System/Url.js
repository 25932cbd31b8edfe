/** System.Url. Source: Apex Reference, "URL Class"; parsing is java.net.URL's. */
import { raise } from "../../runtime/exception.js";
import { transaction } from "../../runtime/transaction.js";
import { platformType } from "../../runtime/behaviour.js";
import { required } from "../required.js";
const DEFAULT_PORTS = { http: 80, https: 443, ftp: 21 };
export class UrlValue {
    parts;
    constructor(parts) {
        this.parts = parts;
    }
    get userInfo() {
        const at = this.parts.authority.lastIndexOf("@");
        return at < 0 ? null : this.parts.authority.slice(0, at);
    }
    get hostAndPort() {
        const address = this.parts.authority.slice(this.parts.authority.lastIndexOf("@") + 1);
        const match = /^(\[[^\]]*\]|[^:]*)(?::(\d*))?$/.exec(address);
        const port = match?.[2] ?? "";
        return { host: match?.[1] ?? address, port: port === "" ? -1 : Number(port) };
    }
    /** Path and query. */
    get file() {
        const { path, query } = this.parts;
        return query === null ? path : `${path}?${query}`;
    }
    get $identity() {
        return `Url ${this.toString()}`;
    }
    toString() {
        const { protocol, authority, ref } = this.parts;
        return `${protocol}:${authority === "" ? "" : `//${authority}`}${this.file}${ref === null ? "" : `#${ref}`}`;
    }
}
function malformed(message) {
    return raise("System.StringException", message);
}
/** `context` resolves a relative specification. */
function parse(spec, context) {
    const text = spec.trim();
    const scheme = /^([a-zA-Z][a-zA-Z0-9+.-]*):/.exec(text)?.[1];
    if (scheme === undefined && context === null)
        malformed(`no protocol: ${text}`);
    const protocol = scheme?.toLowerCase() ?? context?.parts.protocol ?? "";
    if (DEFAULT_PORTS[protocol] === undefined)
        malformed(`unknown protocol: ${protocol}`);
    const rest = scheme === undefined ? text : text.slice(scheme.length + 1);
    const match = /^(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(rest);
    const [, authority, path = "", query, ref] = match ?? [];
    if (authority === undefined && context !== null) {
        return new UrlValue({
            protocol,
            authority: context.parts.authority,
            ...resolved(path, query ?? null, context.parts),
            ref: ref ?? null,
        });
    }
    return checked({
        protocol,
        authority: authority ?? "",
        path,
        query: query ?? null,
        ref: ref ?? null,
    });
}
function checked(parts) {
    const port = /:([^:\]]*)$/.exec(parts.authority)?.[1];
    if (port !== undefined && !/^\d*$/.test(port))
        malformed(`For input string: "${port}"`);
    return new UrlValue(parts);
}
function resolved(path, query, context) {
    if (path === "")
        return { path: context.path, query: query ?? context.query };
    if (path.startsWith("/"))
        return { path, query };
    const folder = context.path.slice(0, context.path.lastIndexOf("/") + 1);
    return { path: withoutDots(`${folder === "" ? "/" : folder}${path}`), query };
}
function withoutDots(path) {
    const kept = [];
    for (const segment of path.split("/")) {
        if (segment === "..")
            kept.pop();
        else if (segment !== ".")
            kept.push(segment);
    }
    return kept.join("/");
}
function ofParts(protocol, host, port, file) {
    const name = required(protocol).toLowerCase();
    if (DEFAULT_PORTS[name] === undefined)
        malformed(`unknown protocol: ${name}`);
    const [path = "", query] = required(file).split("?", 2);
    return new UrlValue({
        protocol: name,
        authority: port < 0 ? required(host) : `${required(host)}:${port}`,
        path,
        query: query ?? null,
        ref: null,
    });
}
function orgUrl() {
    return parse(transaction().host.organization.baseUrl, null);
}
/** Same address and file; the part after # does not count. */
function sameFile(url, given) {
    const other = required(given);
    const [a, b] = [url.hostAndPort, other.hostAndPort];
    const defaultPort = DEFAULT_PORTS[url.parts.protocol] ?? -1;
    return (url.parts.protocol === other.parts.protocol &&
        a.host.toLowerCase() === b.host.toLowerCase() &&
        (a.port < 0 ? defaultPort : a.port) === (b.port < 0 ? defaultPort : b.port) &&
        url.file === other.file);
}
export const urlBehaviour = platformType({
    type: "System.Url",
    implementation: UrlValue,
    constructors: {
        "new(String)": (spec) => parse(required(spec), null),
        "new(System.Url,String)": (context, spec) => parse(required(spec), context),
        "new(String,String,String)": (protocol, host, file) => ofParts(protocol, host, -1, file),
        "new(String,String,Integer,String)": (protocol, host, port, file) => ofParts(protocol, host, required(port), file),
    },
    statics: {
        getCurrentRequestUrl: () => orgUrl(),
        getOrgDomainUrl: () => orgUrl(),
        getSalesforceBaseUrl: () => orgUrl(),
    },
    methods: {
        getAuthority: (url) => (url.parts.authority === "" ? null : url.parts.authority),
        getDefaultPort: (url) => DEFAULT_PORTS[url.parts.protocol] ?? -1,
        getFile: (url) => url.file,
        getHost: (url) => url.hostAndPort.host,
        getPath: (url) => url.parts.path,
        getPort: (url) => url.hostAndPort.port,
        getProtocol: (url) => url.parts.protocol,
        getQuery: (url) => url.parts.query,
        getRef: (url) => url.parts.ref,
        getUserInfo: (url) => url.userInfo,
        sameFile,
        toExternalForm: (url) => url.toString(),
        toString: (url) => url.toString(),
    },
});
