import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { refusedPrograms, writeProject } from "../../../local/org/refused/programs.ts";
import { compilerFindings } from "./compile.ts";

const hasJdk = spawnSync("javac", ["-version"]).status === 0;
const programs = refusedPrograms().filter(({ isDocumentedOnly }) => !isDocumentedOnly);

/** The programs the local org is held to: Salesforce's own compiler must agree, or they would prove nothing. */
describe.runIf(hasJdk)("Salesforce's compiler refuses", () => {
  const refused = new Set<string>();
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "refused-"));
    const files = writeProject(folder, programs);
    for (const { file } of await compilerFindings(folder, files))
      refused.add(path.basename(file, ".cls"));
  }, 120_000);

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test.each(programs)("$area: $title", ({ name }) => {
    expect(refused).toContain(name);
  });
});
