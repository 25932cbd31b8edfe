import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { buildPage } from "./build-page.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "other-project-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function put(file: string, text: string): Promise<void> {
  const place = path.join(folder, file);
  await mkdir(path.dirname(place), { recursive: true });
  await writeFile(place, text);
}

test("a project that lies elsewhere, with nothing installed, is built with what is installed here, but for what lacks something of Salesforce", async () => {
  const packageDirectories = [{ path: "force-app", default: true }];
  await put("sfdx-project.json", JSON.stringify({ packageDirectories, sourceApiVersion: "66.0" }));
  await put("force-app/main/default/classes/Nothing.cls", "public class Nothing {}");
  const component = "force-app/main/default/lwc/hello/hello";
  await put(
    `${component}.js`,
    `import { LightningElement } from "lwc";
import { loadScript } from "lightning/platformResourceLoader";
export default class Hello extends LightningElement { load = loadScript; }`,
  );
  await put(
    `${component}.html`,
    "<template><lightning-button label='Hi'></lightning-button></template>",
  );

  await put(
    "force-app/main/default/lwc/broken/broken.js",
    `import { LightningElement, wire } from "lwc";
import { getRecords } from "lightning/uiRecordApi";
export const WORDS = "shared";
export default class Broken extends LightningElement { @wire(getRecords, {}) records; }`,
  );
  await put(
    "force-app/main/default/lwc/leaning/leaning.js",
    `import { LightningElement } from "lwc";
import { WORDS } from "c/broken";
export default class Leaning extends LightningElement { words = WORDS; }`,
  );

  const { components, entries, files } = await buildPage(folder, path.join(folder, "cache"));

  expect(components).toEqual(["broken", "hello", "leaning"]);
  expect(entries).toEqual([
    expect.stringMatching(/^shadow-\w+\.js$/),
    expect.stringMatching(/^main-\w+\.js$/),
  ]);
  for (const entry of entries) expect(files.has(entry)).toBe(true);
  const built = [...files.values()].map((bytes) => new TextDecoder().decode(bytes)).join("\n");
  expect(built).toContain("getRecords is something of Salesforce that this page does not have.");
}, 180_000);
