import { expect, test } from "vitest";
import { defaultFolder } from "./cache-folder.ts";

test.each([
  ["/srv/local-org/src", "/srv/local-org/.cache"],
  ["/home/ada/crm/node_modules/local-org/dist/src", "/home/ada/crm/node_modules/.cache/local-org"],
])("what %s keeps is in %s", (sources, folder) => {
  expect(defaultFolder(sources)).toBe(folder);
});
