import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  metadataXml,
  sfdxProject,
  writeProject,
  type TestProject,
} from "../../org/src/schema/fixture/project.ts";
import { liveProject, type LiveProject } from "./live-project.ts";

const layout = (field: string): string =>
  metadataXml(
    "Layout",
    `<layoutSections><label>One</label><layoutColumns><layoutItems><field>${field}</field></layoutItems></layoutColumns></layoutSections>`,
  );
/** How long a busy machine takes to tell of a file is no test's subject. */
const PATIENCE = { timeout: 20_000 };
const LAYOUT = "layouts/Account-Account Layout.layout-meta.xml";

let files: TestProject;
let project: LiveProject;

beforeEach(() => {
  files = writeProject(sfdxProject({ [LAYOUT]: layout("Name"), "classes/.gitkeep": "" }));
  project = liveProject(files.path);
});
afterEach(() => {
  project.stop();
  files.remove();
});

const save = (name: string, text: string): void => {
  const file = path.join(files.path, "force-app/main/default", name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
};
const shown = (): string => JSON.stringify(project.now().objects["Account"]);

test("a layout that is saved is there at the next look, and so is a page that is new", async () => {
  expect(shown()).toContain("Name");

  save(LAYOUT, layout("Phone"));

  await vi.waitFor(() => expect(shown()).toContain("Phone"), PATIENCE);

  save(
    "flexipages/Home.flexipage-meta.xml",
    metadataXml(
      "FlexiPage",
      "<masterLabel>Hall</masterLabel><template><name>home</name></template>",
    ),
  );

  await vi.waitFor(() => expect(Object.keys(project.now().pages)).toContain("Home"), PATIENCE);
});

test("Apex is nothing to look at: what was read stays", async () => {
  const before = project.now();
  save("classes/Greeting.cls", "public class Greeting {}");
  await new Promise((resolve) => setTimeout(resolve, 200));

  expect(project.now()).toBe(before);
});
