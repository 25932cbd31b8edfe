import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compilerFindings } from "./compile.ts";

const hasJdk = spawnSync("javac", ["-version"]).status === 0;

/** Types that the compiler has in itself, and the declarations of the platform have too. */
describe.runIf(hasJdk)("Salesforce's compiler takes", () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), "accepted-"));
    mkdirSync(path.join(folder, "force-app"));
    writeFileSync(
      path.join(folder, "sfdx-project.json"),
      JSON.stringify({ packageDirectories: [{ path: "force-app", default: true }] }),
    );
  });

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test("rounding modes, trigger operations, status codes and results, as values and as arguments", async () => {
    const file = path.join(folder, "force-app", "Accepted.cls");
    writeFileSync(
      file,
      `public class Accepted {
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
      }`,
    );
    expect(await compilerFindings(folder, [file])).toEqual([]);
  }, 120_000);
});
