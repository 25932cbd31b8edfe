/**
 * For tests: a whole org around Apex sources, with anonymous blocks and test methods:
 * `apexOrg({ classes: ["public class Foo {…}"], triggers: ["trigger T on Account (before insert) {…}"] }).run("insert new Account(Name='x');")`.
 */
import type { TransactionUsage } from "../async/transaction-usage.ts";
import { bindProgram } from "../bind/program.ts";
import { CompilationError, emitBound, programUnits } from "../emit/program-units.ts";
import { hasBehaviour } from "../platform/registry.ts";
import { platformCatalog } from "../signatures/catalog.ts";
import { Engine } from "../runtime/engine.ts";
import type { ApexException } from "../runtime/exception.ts";
import type { RunningUser } from "../runtime/host.ts";
import { apexExceptionOf } from "../runtime/javascript-errors.ts";
import type { Schema } from "../schema/schema.ts";
import { parseAnonymous, parseClass, parseTrigger } from "../syntax/parse.ts";
import { OrgRuntime } from "./org-runtime.ts";

const API_VERSION = 66;

export interface OrgSources {
  readonly schema: Schema;
  readonly classes?: readonly string[];
  readonly triggers?: readonly string[];
  readonly dataFile?: string;
}

export interface OrgRun {
  /** Texts of System.debug, those of jobs and event triggers too, in order. */
  readonly debug: readonly string[];
  readonly exception: ApexException | null;
  readonly log: readonly string[];
}

export class OrgFixture {
  readonly org: OrgRuntime;
  /** Epoch ms; tests move it. */
  now = Date.UTC(2026, 4, 13, 15, 30);
  readonly ended: TransactionUsage[] = [];
  private readonly debug: string[] = [];
  private readonly log: string[] = [];
  private readonly engine: Engine;
  private readonly program: ReturnType<typeof bindProgram>;

  constructor(sources: OrgSources) {
    this.program = bindProgram({
      classes: (sources.classes ?? []).map((text, index) =>
        unitOf(parseClass(`Class${index}.cls`, text), `Class${index}.cls`),
      ),
      triggers: (sources.triggers ?? []).map((text, index) =>
        unitOf(parseTrigger(`Trigger${index}.trigger`, text), `Trigger${index}.trigger`),
      ),
      schema: sources.schema,
      catalog: platformCatalog(),
      hasBehaviour,
    });
    this.engine = new Engine(programUnits(this.program), sources.schema);
    this.org = new OrgRuntime({
      schema: sources.schema,
      classes: this.engine,
      triggers: this.program.triggers.map(({ unit }) => unit),
      runTrigger: (name) => this.engine.runTrigger(name),
      clock: { now: () => this.now },
      callouts: {
        send: () => {
          throw new Error("no callouts in this test");
        },
      },
      baseUrl: "https://local.my.salesforce.com",
      dataFile: sources.dataFile ?? null,
      debug: (line) => this.debug.push(line.text),
      ended: (usage) => this.ended.push(usage),
      log: (line) => this.log.push(line),
    });
  }

  /** Runs a block as a transaction, then what it left behind. */
  run(block: string, as: RunningUser = this.org.administrator): OrgRun {
    return this.watched(() => {
      this.org.transact(as, "ANONYMOUS", () => this.runBlock(block));
      this.org.settle();
    });
  }

  /** Runs a block as a transaction, and nothing of what it leaves behind. */
  transactOnly(block: string): void {
    this.org.transact(this.org.administrator, "ANONYMOUS", () => this.runBlock(block));
  }

  /** Runs a block as the body of a test method. */
  test(block: string): OrgRun {
    return this.watched(() => {
      this.org.runner.runTest(this.org.administrator, () => this.runBlock(block));
    });
  }

  private watched(work: () => void): OrgRun {
    this.debug.length = 0;
    this.log.length = 0;
    let exception: ApexException | null = null;
    try {
      work();
    } catch (thrown) {
      exception = apexExceptionOf(thrown);
      if (exception === null) throw thrown;
    }
    return { debug: [...this.debug], exception, log: [...this.log] };
  }

  private runBlock(block: string): void {
    const { unit, diagnostics } = parseAnonymous("anonymous.apex", block);
    if (unit === null || diagnostics.length > 0) throw new CompilationError(diagnostics);
    this.engine.runAnonymous(emitBound(this.program.bindAnonymous(unit, "anonymous.apex")));
  }
}

export function apexOrg(sources: OrgSources): OrgFixture {
  return new OrgFixture(sources);
}

function unitOf<Unit>(
  parsed: { readonly unit: Unit | null; readonly diagnostics: CompilationError["diagnostics"] },
  file: string,
): { file: string; apiVersion: number; unit: Unit } {
  if (parsed.unit === null || parsed.diagnostics.length > 0)
    throw new CompilationError(parsed.diagnostics);
  return { file, apiVersion: API_VERSION, unit: parsed.unit };
}
