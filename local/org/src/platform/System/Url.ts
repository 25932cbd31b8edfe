/** System.Url. Source: Apex Reference, "URL Class"; parsing is java.net.URL's. */
import { raise } from "../../runtime/exception.ts";
import { transaction } from "../../runtime/transaction.ts";
import { platformType } from "../../runtime/behaviour.ts";
import { required } from "../required.ts";

interface UrlParts {
  readonly protocol: string;
  readonly authority: string;
  readonly path: string;
  readonly query: string | null;
  readonly ref: string | null;
}

const DEFAULT_PORTS: Readonly<Record<string, number>> = { http: 80, https: 443, ftp: 21 };

export class UrlValue {
  readonly parts: UrlParts;

  constructor(parts: UrlParts) {
    this.parts = parts;
  }

  get userInfo(): string | null {
    const at = this.parts.authority.lastIndexOf("@");
    return at < 0 ? null : this.parts.authority.slice(0, at);
  }

  get hostAndPort(): { readonly host: string; readonly port: number } {
    const address = this.parts.authority.slice(this.parts.authority.lastIndexOf("@") + 1);
    const match = /^(\[[^\]]*\]|[^:]*)(?::(\d*))?$/.exec(address);
    const port = match?.[2] ?? "";
    return { host: match?.[1] ?? address, port: port === "" ? -1 : Number(port) };
  }

  /** Path and query. */
  get file(): string {
    const { path, query } = this.parts;
    return query === null ? path : `${path}?${query}`;
  }

  get $identity(): string {
    return `Url ${this.toString()}`;
  }

  toString(): string {
    const { protocol, authority, ref } = this.parts;
    return `${protocol}:${authority === "" ? "" : `//${authority}`}${this.file}${ref === null ? "" : `#${ref}`}`;
  }
}

function malformed(message: string): never {
  return raise("System.StringException", message);
}

/** `context` resolves a relative specification. */
function parse(spec: string, context: UrlValue | null): UrlValue {
  const text = spec.trim();
  const scheme = /^([a-zA-Z][a-zA-Z0-9+.-]*):/.exec(text)?.[1];
  if (scheme === undefined && context === null) malformed(`no protocol: ${text}`);
  const protocol = scheme?.toLowerCase() ?? context?.parts.protocol ?? "";
  if (DEFAULT_PORTS[protocol] === undefined) malformed(`unknown protocol: ${protocol}`);
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

function checked(parts: UrlParts): UrlValue {
  const port = /:([^:\]]*)$/.exec(parts.authority)?.[1];
  if (port !== undefined && !/^\d*$/.test(port)) malformed(`For input string: "${port}"`);
  return new UrlValue(parts);
}

function resolved(
  path: string,
  query: string | null,
  context: UrlParts,
): { readonly path: string; readonly query: string | null } {
  if (path === "") return { path: context.path, query: query ?? context.query };
  if (path.startsWith("/")) return { path, query };
  const folder = context.path.slice(0, context.path.lastIndexOf("/") + 1);
  return { path: withoutDots(`${folder === "" ? "/" : folder}${path}`), query };
}

function withoutDots(path: string): string {
  const kept: string[] = [];
  for (const segment of path.split("/")) {
    if (segment === "..") kept.pop();
    else if (segment !== ".") kept.push(segment);
  }
  return kept.join("/");
}

function ofParts(
  protocol: string | null,
  host: string | null,
  port: number,
  file: string | null,
): UrlValue {
  const name = required(protocol).toLowerCase();
  if (DEFAULT_PORTS[name] === undefined) malformed(`unknown protocol: ${name}`);
  const [path = "", query] = required(file).split("?", 2);
  return new UrlValue({
    protocol: name,
    authority: port < 0 ? required(host) : `${required(host)}:${port}`,
    path,
    query: query ?? null,
    ref: null,
  });
}

function orgUrl(): UrlValue {
  return parse(transaction().host.organization.baseUrl, null);
}

/** Same address and file; the part after # does not count. */
function sameFile(url: UrlValue, given: UrlValue | null): boolean {
  const other = required(given);
  const [a, b] = [url.hostAndPort, other.hostAndPort];
  const defaultPort = DEFAULT_PORTS[url.parts.protocol] ?? -1;
  return (
    url.parts.protocol === other.parts.protocol &&
    a.host.toLowerCase() === b.host.toLowerCase() &&
    (a.port < 0 ? defaultPort : a.port) === (b.port < 0 ? defaultPort : b.port) &&
    url.file === other.file
  );
}

export const urlBehaviour = platformType({
  type: "System.Url",
  implementation: UrlValue,
  constructors: {
    "new(String)": (spec: string | null) => parse(required(spec), null),
    "new(System.Url,String)": (context: UrlValue | null, spec: string | null) =>
      parse(required(spec), context),
    "new(String,String,String)": (
      protocol: string | null,
      host: string | null,
      file: string | null,
    ) => ofParts(protocol, host, -1, file),
    "new(String,String,Integer,String)": (
      protocol: string | null,
      host: string | null,
      port: number | null,
      file: string | null,
    ) => ofParts(protocol, host, required(port), file),
  },
  statics: {
    getCurrentRequestUrl: () => orgUrl(),
    getOrgDomainUrl: () => orgUrl(),
    getSalesforceBaseUrl: () => orgUrl(),
  },
  methods: {
    getAuthority: (url: UrlValue) => (url.parts.authority === "" ? null : url.parts.authority),
    getDefaultPort: (url: UrlValue) => DEFAULT_PORTS[url.parts.protocol] ?? -1,
    getFile: (url: UrlValue) => url.file,
    getHost: (url: UrlValue) => url.hostAndPort.host,
    getPath: (url: UrlValue) => url.parts.path,
    getPort: (url: UrlValue) => url.hostAndPort.port,
    getProtocol: (url: UrlValue) => url.parts.protocol,
    getQuery: (url: UrlValue) => url.parts.query,
    getRef: (url: UrlValue) => url.parts.ref,
    getUserInfo: (url: UrlValue) => url.userInfo,
    sameFile,
    toExternalForm: (url: UrlValue) => url.toString(),
    toString: (url: UrlValue) => url.toString(),
  },
});
