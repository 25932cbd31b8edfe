import { readdir } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { iconDocument } from "./icons.ts";

const ASSETS = path.resolve(
  import.meta.dirname,
  "../../../node_modules/@salesforce-ux/design-system/assets",
);

test("every icon of the design system is a document that holds its symbol and no other", async () => {
  for (const category of ["action", "custom", "doctype", "standard", "utility"]) {
    const files = await readdir(path.join(ASSETS, "icons", category));
    for (const file of files.filter((each) => each.endsWith(".svg"))) {
      const document = await iconDocument(ASSETS, category, file);
      expect(document?.match(/<symbol/g), file).toHaveLength(1);
      expect(document).toContain(` id="${path.basename(file, ".svg")}"`);
    }
  }
});

test("what is no icon has no document", async () => {
  expect(await iconDocument(ASSETS, "utility", "none.svg")).toBeNull();
  expect(await iconDocument(ASSETS, "..", "add.svg")).toBeNull();
});
