/**
 * The page's own server: the document, its scripts and styles, what to draw, and a way to the org that adds the person's token. It
 * listens on this machine only, and answers to nobody who names another host (DNS rebinding) or comes from another page.
 */
import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import path from "node:path";
import { close, listen } from "../../http/listening.ts";
import { namesThisMachine } from "../../http/loopback.ts";
import type { BuiltPage } from "../build/build-page.ts";
import type { ProjectUi } from "../metadata/types.ts";
import { appJson, objectJson, prefixesJson } from "./app-json.ts";
import { iconDocument } from "./icons.ts";
import { awayHtml, CONTENT_SECURITY_POLICY, indexHtml } from "./index-html.ts";
import { OrgRefusal, OrgSession, type Person } from "./org-session.ts";
import { builtFile, projectFile, staticFile, type StaticFile } from "./static-files.ts";

export type { Person } from "./org-session.ts";

export interface PageServerOptions {
  readonly host: string;
  readonly port: number;
  readonly orgUrl: string;
  /** As it is now. */
  readonly project: () => ProjectUi;
  readonly built: BuiltPage;
  readonly people: readonly Person[];
  /** Answers below `/page/controls/`; without it the page has no drawer. */
  readonly controls?: (request: PageRequest) => Promise<unknown>;
}

export interface PageRequest {
  readonly method: string;
  /** Below `/page/controls/`. */
  readonly path: string;
  readonly body: unknown;
}

export interface PageServer {
  readonly url: string;
  stop(): Promise<void>;
}

const ASSETS = path.resolve(
  import.meta.dirname,
  "../../../node_modules/@salesforce-ux/design-system/assets",
);
const COOKIE = "person";
/** Of what is named by its content. */
const FOR_GOOD = "max-age=31536000, immutable";
/** Of the design system, which changes with its version. */
const FOR_A_DAY = "max-age=86400";
const MOST_BYTES = 5_000_000;

export async function startPageServer(options: PageServerOptions): Promise<PageServer> {
  const sessions = new Map(
    options.people.map((person) => [person.key, new OrgSession(options.orgUrl, person)]),
  );
  const server: Server = createServer((request, response) => {
    void answer(request, response, options, sessions).catch((error: unknown) =>
      refuse(response, error),
    );
  });
  const place = { name: "The page", host: options.host, port: options.port };
  const { url } = await listen(server, place);
  return { url, stop: () => close(server) };
}

type Sessions = ReadonlyMap<string, OrgSession>;

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  options: PageServerOptions,
  sessions: Sessions,
): Promise<void> {
  const url = new URL(request.url ?? "/", "http://page");
  const session = sessionOf(request, url, sessions);
  if (!isOfThisMachine(request)) {
    json(response, 403, { message: "This page answers to this machine only." });
    return;
  }
  const [, area = "", ...rest] = url.pathname.split("/");
  switch (area) {
    case "dist":
      file(response, builtFile(options.built.files, rest.join("/")), FOR_GOOD);
      return;
    case "icons": {
      const svg = await iconDocument(ASSETS, rest[0] ?? "", rest[1] ?? "");
      const bytes = svg === null ? null : Buffer.from(svg);
      file(response, bytes && { type: "image/svg+xml", bytes }, FOR_A_DAY);
      return;
    }
    case "assets":
      file(response, await staticFile(ASSETS, rest.join("/")), FOR_A_DAY);
      return;
    case "page":
      if (rest[0] === "as") {
        lookAs(response, rest[1] ?? "", url.searchParams.get("to") ?? "/");
        return;
      }
      if (rest[0] === "resource" || rest[0] === "asset") {
        file(response, await projectFile(options.project(), rest[0], rest.slice(1)));
        return;
      }
      json(response, 200, await ownAnswer(request, rest, url, session, options));
      return;
    case "lwr":
    case "services":
    case "_local":
      return passOn(request, response, session);
    case "":
    case "lightning":
      return document(request, response, url, session, options);
    default:
      json(response, 404, { message: "There is no such page here." });
  }
}

function sessionOf(request: IncomingMessage, url: URL, sessions: Sessions): OrgSession {
  const cookie = new RegExp(`(?:^|; )${COOKIE}=(\\w+)`).exec(request.headers.cookie ?? "")?.[1];
  const asked = url.searchParams.get("as") ?? cookie ?? "";
  const [first] = sessions.values();
  const session = sessions.get(asked) ?? first;
  if (session === undefined) throw new Error("The page is shown to nobody.");
  return session;
}

/** Another site's page can neither name this host nor send a request that changes something. */
function isOfThisMachine({ headers, method }: IncomingMessage): boolean {
  const host = headers.host ?? "";
  if (!namesThisMachine(host)) return false;
  if (method === "GET" || method === "HEAD") return headers["sec-fetch-site"] !== "cross-site";
  return headers.origin === undefined || headers.origin === `http://${host}`;
}

async function document(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  session: OrgSession,
  options: PageServerOptions,
): Promise<void> {
  const nonce = randomBytes(16).toString("base64url");
  const isSmall =
    url.searchParams.get("formFactor") === "Small" ||
    /Mobile|Android|iPhone/.test(request.headers["user-agent"] ?? "");
  const hasControls = options.controls !== undefined;
  const headers = {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": CONTENT_SECURITY_POLICY(nonce),
    "cache-control": "no-store",
    "set-cookie": `${COOKIE}=${session.person.key}; HttpOnly; SameSite=Strict; Path=/`,
  };
  try {
    const html = await indexHtml(session, options.people, {
      nonce,
      isSmall,
      hasControls,
      scripts: options.built.entries,
    });
    response.writeHead(200, headers).end(html);
  } catch (error) {
    response.writeHead(503, headers).end(awayHtml(messageOf(error)));
  }
}

/** @throws NoSuchResource */
async function ownAnswer(
  request: IncomingMessage,
  [what = "", ...rest]: readonly string[],
  url: URL,
  session: OrgSession,
  { project, controls }: PageServerOptions,
): Promise<unknown> {
  switch (what) {
    case "app":
      return appJson(project(), session, url.searchParams.get("app"));
    case "object":
      return objectJson(project(), session, decodeURIComponent(rest[0] ?? ""));
    case "prefixes":
      return prefixesJson(session);
    case "controls": {
      if (controls === undefined) break;
      const text = (await bodyOf(request)).toString("utf8");
      const body = text === "" ? null : (JSON.parse(text) as unknown);
      return controls({ method: request.method ?? "GET", path: rest.join("/"), body });
    }
  }
  throw new NoSuchResource();
}

function lookAs(response: ServerResponse, person: string, to: string): void {
  response.writeHead(303, {
    // A path of this page, and of no other host.
    location: /^\/(?![/\\])/.test(to) ? to : "/",
    "set-cookie": `${COOKIE}=${person.replaceAll(/\W/g, "")}; HttpOnly; SameSite=Strict; Path=/`,
  });
  response.end();
}

/** To the org, as the person; what comes back is passed on as it is. */
async function passOn(
  request: IncomingMessage,
  response: ServerResponse,
  session: OrgSession,
): Promise<void> {
  const target = request.url ?? "/";
  // Faults are made by the drawer, through this server; a page may not reach the org's own levers.
  if (target.startsWith("/_local/") && !target.startsWith("/_local/lightning/"))
    throw new NoSuchResource();
  const body = await bodyOf(request);
  const answered = await session.request(target, {
    method: request.method ?? "GET",
    headers: { "content-type": request.headers["content-type"] ?? "application/json" },
    ...(body.length > 0 ? { body: new Uint8Array(body) } : {}),
  });
  response.writeHead(answered.status, {
    "content-type": answered.headers.get("content-type") ?? "application/json",
    "cache-control": "no-store",
  });
  response.end(Buffer.from(await answered.arrayBuffer()));
}

function file(response: ServerResponse, found: StaticFile | null, cache = "no-cache"): void {
  if (found === null) {
    json(response, 404, { message: "There is no such file." });
    return;
  }
  response.writeHead(200, { "content-type": found.type, "cache-control": cache });
  response.end(found.bytes);
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    // An IncomingMessage without an encoding yields Buffers.
    const buffer = chunk as Buffer;
    bytes += buffer.length;
    if (bytes > MOST_BYTES) throw new Error("The request is too large.");
    chunks.push(buffer);
  }
  return Buffer.concat(chunks);
}

function json(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { "content-type": "application/json", "cache-control": "no-store" });
  response.end(JSON.stringify(value));
}

class NoSuchResource extends Error {}

function refuse(response: ServerResponse, error: unknown): void {
  if (response.headersSent) {
    response.end();
    return;
  }
  if (error instanceof OrgRefusal) {
    response.writeHead(error.status, { "content-type": "application/json" });
    response.end(error.body);
    return;
  }
  if (error instanceof NoSuchResource) {
    json(response, 404, { message: "There is no such resource." });
    return;
  }
  json(response, 502, {
    message: `Salesforce does not answer at the moment. (${messageOf(error)})`,
  });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
