/** System.PageReference and System.Cookie. Source: Apex Reference, "PageReference Class", "Cookie Class". */
import { statSync } from "node:fs";
import { raise } from "../../runtime/exception.ts";
import type { ApexList } from "../../runtime/list.ts";
import type { SObjectValue } from "../../runtime/sobject.ts";
import { transaction } from "../../runtime/transaction.ts";
import { platformType } from "../../runtime/behaviour.ts";
import { PageReferenceValue } from "../pages/page-reference.ts";
import { required } from "../required.ts";

export class CookieValue {
  readonly name: string;
  readonly value: string | null;
  readonly path: string | null;
  /** Seconds; -1 for the length of the session. */
  readonly maxAge: number;
  readonly isSecure: boolean;
  readonly sameSite: string | null;
  readonly isHttpOnly: boolean;

  constructor(
    name: string | null,
    value: string | null,
    path: string | null,
    maxAge: number | null,
    isSecure: boolean | null,
    sameSite: string | null = null,
    isHttpOnly: boolean | null = false,
  ) {
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
    new: (...parts: ConstructorParameters<typeof CookieValue>) => new CookieValue(...parts),
  },
  methods: {
    getDomain: () => new URL(transaction().host.organization.baseUrl).hostname,
    getMaxAge: (cookie: CookieValue) => cookie.maxAge,
    getName: (cookie: CookieValue) => cookie.name,
    getPath: (cookie: CookieValue) => cookie.path,
    getSameSite: (cookie: CookieValue) => cookie.sameSite,
    getValue: (cookie: CookieValue) => cookie.value,
    isHttpOnly: (cookie: CookieValue) => cookie.isHttpOnly,
    isSecure: (cookie: CookieValue) => cookie.isSecure,
  },
});

/** Pages are not rendered here. */
function refuseContent(): never {
  return raise(
    "System.VisualforceException",
    transaction().isTest
      ? "Methods defined as TestMethod do not support getContent call"
      : "Pages have no content in this org",
  );
}

function setCookies(page: PageReferenceValue, cookies: ApexList<CookieValue> | null): void {
  for (const cookie of required(cookies)) page.cookies.put(cookie.name, cookie);
}

/** With the time it was last modified at, as browsers keep it by: `/resource/1731672000000/Logo`. */
function staticResource(name: string | null, path: string | null): PageReferenceValue {
  const resource = required(name);
  const file = transaction().host.schema.staticResources.get(resource);
  if (file === undefined)
    raise("System.InvalidParameterValueException", "Static Resource does not exist");
  const modifiedAt = Math.floor(statSync(file).mtimeMs);
  const within = path === null ? "" : `/${path}`;
  return new PageReferenceValue(`/resource/${modifiedAt}/${resource}${within}`);
}

export const pageReferenceBehaviour = platformType({
  type: "System.PageReference",
  implementation: PageReferenceValue,
  constructors: {
    "new(String)": (url: string | null) => new PageReferenceValue(required(url)),
    "new(SObject)": (record: SObjectValue | null) =>
      new PageReferenceValue(`/${required(record).id ?? ""}`),
  },
  statics: {
    forResource: (resource: string | null, path: string | null = null) =>
      staticResource(resource, path),
  },
  methods: {
    getAnchor: (page: PageReferenceValue) => page.anchor,
    getContent: refuseContent,
    getContentAsPDF: refuseContent,
    getCookies: (page: PageReferenceValue) => page.cookies,
    getHeaders: (page: PageReferenceValue) => page.headers,
    getParameters: (page: PageReferenceValue) => page.parameters,
    getRedirect: (page: PageReferenceValue) => page.isRedirect,
    getUrl: (page: PageReferenceValue) => page.url,
    setAnchor: (page: PageReferenceValue, anchor: string | null) => {
      page.anchor = anchor;
      return page;
    },
    setCookies,
    setRedirect: (page: PageReferenceValue, isRedirect: boolean | null) => {
      page.isRedirect = required(isRedirect);
      return page;
    },
  },
});
