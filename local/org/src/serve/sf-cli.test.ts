/** Salesforce's own command line against the served org. */
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ORDER_PROJECT } from "../rest/testing/order-project.ts";
import { serveProject, type ServedProject } from "./testing/served-project.ts";

const SF = path.resolve(import.meta.dirname, "../../../../node_modules/.bin/sf");
const home = mkdtempSync(path.join(tmpdir(), "sf-home-"));
let org: ServedProject;
let environment: NodeJS.ProcessEnv;

beforeAll(async () => {
  org = await serveProject(ORDER_PROJECT);
  environment = {
    ...process.env,
    HOME: home,
    SF_ACCESS_TOKEN: await org.token(),
    SF_DISABLE_TELEMETRY: "true",
    SF_DISABLE_AUTOUPDATE: "true",
    SF_DISABLE_LOG_FILE: "true",
  };
}, 60_000);

afterAll(async () => {
  await org.stop();
  rmSync(home, { recursive: true, force: true });
});

async function sf(...given: readonly string[]): Promise<unknown> {
  const options = { cwd: home, env: environment };
  const { stdout } = await promisify(execFile)(SF, [...given, "--json"], options);
  return JSON.parse(stdout);
}

it("logs in with an access token, and queries", { timeout: 60_000 }, async () => {
  const login = ["org", "login", "access-token", "--instance-url", org.url, "--no-prompt"];
  expect(await sf(...login, "--alias", "local")).toMatchObject({
    status: 0,
    result: { username: "admin@local.example", instanceUrl: `${org.url}/` },
  });
  const soql = "SELECT Name FROM ApexClass ORDER BY Name";
  expect(await sf("data", "query", "--target-org", "local", "--query", soql)).toMatchObject({
    status: 0,
    result: { totalSize: 2, records: [{ Name: "OrderLines" }, { Name: "OrderLinesTest" }] },
  });
});
