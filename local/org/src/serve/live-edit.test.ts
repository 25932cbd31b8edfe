import { writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  metadataXml,
  sfdxProject,
  writeProject,
  type TestProject,
} from "../schema/fixture/project.ts";
import { CLIENT } from "./testing/served-project.ts";
import { startLocalOrg, type LocalOrg } from "./local-org.ts";

const GREETING = `@RestResource(urlMapping='/greeting')
global class Greeting { @HttpGet global static String say() { return Words.first(); } }`;
const WORDS = "public class Words { public static String first() { return 'hello'; } }";

let files: TestProject;
let org: LocalOrg;
let said: string[];
let token: string;

beforeEach(async () => {
  files = writeProject(
    sfdxProject({
      "classes/Greeting.cls": GREETING,
      "classes/Words.cls": WORDS,
      "triggers/.gitkeep": "",
      "objects/Account/validationRules/.gitkeep": "",
    }),
  );
  said = [];
  org = await startLocalOrg({
    paths: [files.path],
    host: "127.0.0.1",
    port: 0,
    isWatched: true,
    clients: [{ ...CLIENT, user: { alias: "admin", permissionSets: [] } }],
    log: (line) => said.push(line),
  });
  const answer = await fetch(`${org.url}/services/oauth2/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "client_credentials",
      client_id: CLIENT.clientId,
      client_secret: CLIENT.clientSecret,
    }),
  });
  token = ((await answer.json()) as { access_token: string }).access_token;
});
afterEach(async () => {
  await org.stop();
  files.remove();
});

const save = (name: string, text: string): void =>
  writeFileSync(path.join(files.path, "force-app/main/default", name), text);
const says = (text: string): Promise<void> =>
  vi.waitFor(() => expect(said.join("\n")).toContain(text), { timeout: 10_000 });

async function asked(where: string, init: RequestInit = {}): Promise<unknown> {
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const response = await fetch(`${org.url}/services/${where}`, { ...init, headers });
  return response.json();
}

const createAccount = (): Promise<unknown> =>
  asked("data/v66.0/sobjects/Account", {
    method: "POST",
    body: JSON.stringify({ Name: "Acme" }),
  });

test("an edit of a class answers at once, and the records stay", async () => {
  await createAccount();
  expect(await asked("apexrest/greeting")).toBe("hello");

  save("classes/Words.cls", WORDS.replace("hello", "good day"));
  await says("The org runs the project as it was saved: Words.cls");

  expect(await asked("apexrest/greeting")).toBe("good day");
  expect(await asked("data/v66.0/query?q=SELECT+Name+FROM+Account")).toMatchObject({
    totalSize: 1,
  });
});

test("what does not compile leaves the org as it was, and says why", async () => {
  save("classes/Words.cls", WORDS.replace("'hello'", "1"));
  await says("The org goes on with what it had.");
  expect(said.join("\n")).toMatch(/Words\.cls:1:\d+: /);
  expect(await asked("apexrest/greeting")).toBe("hello");

  save("classes/Words.cls", WORDS.replace("hello", "again"));
  await says("The org runs the project as it was saved");
  expect(await asked("apexrest/greeting")).toBe("again");
});

test("a trigger that is new runs, and a class that is new is found", async () => {
  save(
    "triggers/Names.trigger",
    "trigger Names on Account (before insert) { for (Account each : Trigger.new) each.Name += ' Ltd'; }",
  );
  await says("Names.trigger");
  await createAccount();
  expect(await asked("data/v66.0/query?q=SELECT+Name+FROM+Account")).toMatchObject({
    records: [{ Name: "Acme Ltd" }],
  });
  expect(await asked("data/v66.0/query?q=SELECT+Name+FROM+ApexTrigger")).toMatchObject({
    records: [{ Name: "Names" }],
  });
});

test("a validation rule that is new refuses over REST, and whoever is signed in stays so", async () => {
  save(
    "objects/Account/validationRules/Short.validationRule-meta.xml",
    metadataXml(
      "ValidationRule",
      "<fullName>Short</fullName><active>true</active><errorConditionFormula>LEN(Name) &gt; 3</errorConditionFormula><errorMessage>Too long</errorMessage>",
    ),
  );
  await says("Short.validationRule-meta.xml");
  expect(await createAccount()).toMatchObject([{ message: "Too long" }]);
});
