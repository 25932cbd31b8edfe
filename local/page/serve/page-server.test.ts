import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { close } from "../../http/listening.ts";
import type { ProjectUi } from "../metadata/types.ts";
import { startPageServer, type PageServer } from "./page-server.ts";

const NOTHING: ProjectUi = {
  apps: [],
  objects: {},
  pages: {},
  resources: {},
  assets: {},
  components: [],
};
const VIEWER = {
  user: {
    id: "005",
    name: "Ada",
    locale: "en_US",
    language: "en_US",
    timeZone: "Europe/London",
  },
  customPermissions: [],
  labels: {},
};

let org: Server;
let page: PageServer;
/** What the org does with a request for the viewer, before the last of these: it answers. */
let refusals: ("closes" | "is away")[] = [];

beforeEach(async () => {
  refusals = [];
  org = createServer((request, response) => {
    response.setHeader("content-type", "application/json");
    if (request.url === "/services/oauth2/token") {
      response.end('{"access_token":"token"}');
      return;
    }
    const refusal = refusals.shift();
    if (refusal === "closes") request.socket.destroy();
    else if (refusal === "is away")
      response
        .writeHead(503)
        .end('[{"message":"It is \\"away\\".","errorCode":"SERVER_UNAVAILABLE"}]');
    else response.end(JSON.stringify(VIEWER));
  });
  await new Promise<void>((resolve) => org.listen(0, "127.0.0.1", resolve));
  // A listening TCP server has such an address.
  const orgUrl = `http://127.0.0.1:${(org.address() as AddressInfo).port}`;
  page = await startPageServer({
    host: "127.0.0.1",
    port: 0,
    orgUrl,
    project: () => NOTHING,
    built: {
      files: new Map([["main-AB12.js", new TextEncoder().encode("built();")]]),
      entries: ["main-AB12.js"],
      components: [],
      milliseconds: 0,
    },
    people: [{ key: "admin", label: "Ada", clientId: "id", clientSecret: "secret" }],
  });
});

afterEach(async () => {
  await page.stop();
  await close(org);
});

const open = (path: string): Promise<Response> => fetch(`${page.url}${path}`);

test("serves what was built, whatever is built elsewhere since", async () => {
  const html = await (await open("/lightning/page/home")).text();
  const [, address = ""] = /<script type="module" src="([^"]+)">/.exec(html) ?? [];
  const script = await open(address);

  expect(script.headers.get("cache-control")).toContain("immutable");
  expect(script.headers.get("content-type")).toBe("text/javascript");
  expect(await script.text()).toBe("built();");
  expect((await open("/dist/other.js")).status).toBe(404);
});

test("a connection the org closes as it is used again is asked once more", async () => {
  await open("/lightning/page/home");
  refusals = ["closes"];

  const document = await open("/lightning/page/home");

  expect(document.status).toBe(200);
  expect(await document.text()).toContain('"name":"Ada"');
});

test("a document asked for while the org is away says so and looks again by itself", async () => {
  refusals = ["is away"];

  const document = await open("/lightning/page/home");

  expect(document.status).toBe(503);
  const html = await document.text();
  expect(html).toContain("Salesforce does not answer at the moment.");
  expect(html).toContain('Salesforce answered 503: It is "away".');
  expect(html).toContain('http-equiv="refresh"');
  expect((await open("/lightning/page/home")).status).toBe(200);
});
