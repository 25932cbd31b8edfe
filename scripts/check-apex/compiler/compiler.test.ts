import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { refusedPrograms, writeProject } from "../../../local/org/refused/programs.ts";
import type { Finding } from "../finding.ts";
import { compilerFindings } from "./compile.ts";

const hasJdk = spawnSync("javac", ["-version"]).status === 0;
/** The programs the local org is held to: Salesforce's own compiler must agree, or they would prove nothing. */
const programs = refusedPrograms().filter(({ isDocumentedOnly }) => !isDocumentedOnly);

/** Types that the compiler has in itself, and the declarations of the platform have too. */
const ACCEPTED = `public class Accepted {
  Decimal scaled(Decimal d) { return d.setScale(2, RoundingMode.HALF_UP).setScale(1, System.RoundingMode.DOWN); }
  Long rounded(Decimal d, RoundingMode mode) { return d.round(mode) + d.round(RoundingMode.CEILING); }
  Decimal divided(Decimal d) { return d.divide(2, 2, RoundingMode.HALF_UP); }
  String named() { return RoundingMode.HALF_UP.name() + RoundingMode.values().size(); }
  void chosen(RoundingMode mode) { switch on mode { when UP, DOWN { } when else { } } }
  TriggerOperation operation() { return Trigger.operationType; }
  Boolean isUnknown(DmlException e) { StatusCode code = e.getDmlType(0); return code == StatusCode.UNKNOWN_EXCEPTION; }
  Schema.DescribeSObjectResult described() { return Account.SObjectType.getDescribe(); }
  Matcher matched(String text) { Pattern p = Pattern.compile('x'); return p.matcher(text); }
  List<Database.Error> errors() { Database.SaveResult r = Database.insert(new Account(), false); return r.getErrors(); }
  interface Next { Next equals(Object value); String name(); }
  String chained(Next next) { return next.equals(1).equals('x').name(); }
}`;

/** One Java machine reads all of them: its start, and all the platform's objects it is told of, take longer than the programs. */
describe.runIf(hasJdk)("Salesforce's compiler", () => {
  let folder: string;
  let findings: readonly Finding[];

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "salesforce-compiler-"));
    const accepted = path.join(folder, "Accepted.cls");
    writeFileSync(accepted, ACCEPTED);
    findings = await compilerFindings(folder, [accepted, ...writeProject(folder, programs)]);
  }, 120_000);

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  function findingsIn(name: string): readonly Finding[] {
    return findings.filter(({ file }) => path.basename(file, ".cls") === name);
  }

  test("takes rounding modes, trigger operations, status codes and results, as values and as arguments, and an interface's own equals", () => {
    expect(findingsIn("Accepted")).toEqual([]);
  });

  test.each(programs)("refuses $area: $title", ({ name }) => {
    expect(findingsIn(name)).not.toEqual([]);
  });
});
