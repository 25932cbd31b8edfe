/** What this org lacks fails where it is reached, and nowhere else. */
import { describe, expect, it } from "vitest";
import { bindProgram } from "../../bind/program.ts";
import { platformCatalog } from "../../signatures/catalog.ts";
import { hasBehaviour } from "../../platform/registry.ts";
import { GapReached } from "../../runtime/gap-reached.ts";
import { parseClass } from "../../syntax/parse.ts";
import { apex } from "../../testing/apex.ts";
import { testSchema } from "../../testing/host.ts";

const RUNNER = `public class Runner {
  static Object flow() { return new Flow.Interview.Missing(new Map<String, Object>()); }
  public static void fails() {
    try {
      Object interview = new Flow.Interview.Missing(new Map<String, Object>());
    } catch (Exception e) {
      System.debug('caught');
    }
  }
  public static String works() { return 'works'; }
}`;

describe("a gap", () => {
  it("leaves the rest of its class running", () => {
    expect(apex().class(RUNNER).run("System.debug(Runner.works());").debug).toEqual(["works"]);
  });

  it("ends what reaches it, whatever Apex catches, and says where", () => {
    const reached = failureOf(() => apex().class(RUNNER).run("Runner.fails();"));
    expect(reached).toBeInstanceOf(GapReached);
    expect(reached).toMatchObject({
      message: "Not supported by the local org yet: Flow.Interview.Missing",
      apexStack: "Class.Runner.fails: line 5, column 1\nAnonymousBlock: line 1, column 1",
    });
  });

  it("is still reported with its place when the project is compiled", () => {
    const { unit } = parseClass("Runner.cls", RUNNER);
    if (unit === null) throw new Error("it does not parse");
    const program = bindProgram({
      classes: [{ file: "Runner.cls", apiVersion: 66, unit }],
      triggers: [],
      schema: testSchema(),
      catalog: platformCatalog(),
      hasBehaviour,
    });
    expect(program.bindUnit("Runner")).toMatchObject({
      isRunnable: true,
      diagnostics: [
        { file: "Runner.cls", kind: "gap", at: { line: 2 } },
        { file: "Runner.cls", kind: "gap", at: { line: 5 } },
      ],
    });
  });
});

function failureOf(run: () => unknown): unknown {
  try {
    run();
    return null;
  } catch (thrown) {
    return thrown;
  }
}
