import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readJar } from "../../scripts/stubs/jar.ts";
import { platformDeclarations } from "../../scripts/stubs/platform-declarations.ts";
import { namespaceIndex, writeNamespace } from "../../scripts/stubs/signature-files.ts";
import { stubJars } from "../../scripts/stubs/stub-jars.ts";
import { generatedNamespaces } from "./generated-files.ts";

const DIRECTORY = join(import.meta.dirname, "generated");
const jars = stubJars();

describe.runIf(jars !== null)("the generated signatures", () => {
  it("are what the generator makes of the installed stubs", () => {
    if (jars === null) return;
    const declarations = platformDeclarations(readJar(jars.types.path));

    expect(read("index.json")).toBe(namespaceIndex(jars.types.source, declarations));
    for (const [namespace, types] of declarations) {
      expect(read(`${namespace}.json`) === writeNamespace(types), namespace).toBe(true);
    }
  });
});

it("has a file for every namespace of the index, and no other file", () => {
  const expected = ["index.json", ...generatedNamespaces().map((name) => `${name}.json`)];
  expect(readdirSync(DIRECTORY).sort()).toEqual(expected.sort());
});

function read(file: string): string {
  return readFileSync(join(DIRECTORY, file), "utf8");
}
