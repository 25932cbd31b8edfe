/**
 * Compiles and runs Apex in tests: `runApex("System.debug(1 / 2);").debug`, or with classes,
 * `apex().class("Foo", "…").run("Foo.bar();")`. A compile error fails the test with its diagnostics.
 */
import { bindProgram, type Program } from "../bind/program.ts";
import { CompilationError, emitBound, programUnits } from "../emit/program-units.ts";
import { hasBehaviour } from "../platform/registry.ts";
import { platformCatalog } from "../signatures/catalog.ts";
import { Engine, type FileCoverage } from "../runtime/engine.ts";
import type { ApexException } from "../runtime/exception.ts";
import type { Host, RunningUser } from "../runtime/host.ts";
import type { LimitName } from "../runtime/limits.ts";
import { apexExceptionOf } from "../runtime/javascript-errors.ts";
import { inTransaction, Transaction } from "../runtime/transaction.ts";
import type { Schema } from "../schema/schema.ts";
import type { CompilationUnit } from "../syntax/ast.ts";
import { parseAnonymous, parseClass, type Parsed, parseTrigger } from "../syntax/parse.ts";
import { TEST_USER, testHost, testSchema } from "./host.ts";

export interface ApexRun {
  /** Texts of System.debug, in order. */
  readonly debug: readonly string[];
  /** What ended the block, if something did. */
  readonly exception: ApexException | null;
  readonly transaction: Transaction;
  readonly engine: Engine;
  readonly coverage: readonly FileCoverage[];
}

const API_VERSION = 66;

interface ApexParts {
  readonly classes: readonly {
    readonly file: string;
    readonly text: string;
    readonly apiVersion: number;
  }[];
  readonly triggers: readonly { readonly file: string; readonly text: string }[];
  readonly schema: Schema;
  readonly host: Partial<Host>;
  readonly user: RunningUser;
  readonly limits: Partial<Record<LimitName, number>>;
}

export class ApexFixture {
  readonly #parts: ApexParts;

  constructor(parts: ApexParts) {
    this.#parts = parts;
  }

  #with(parts: Partial<ApexParts>): ApexFixture {
    return new ApexFixture({ ...this.#parts, ...parts });
  }

  /** A top-level class, whole text. */
  class(text: string, apiVersion = API_VERSION): ApexFixture {
    const name = /\b(?:class|interface|enum)\s+(\w+)/i.exec(text)?.[1] ?? "Unnamed";
    const file = `${name}.cls`;
    return this.#with({ classes: [...this.#parts.classes, { file, text, apiVersion }] });
  }

  trigger(text: string): ApexFixture {
    const name = /\btrigger\s+(\w+)/i.exec(text)?.[1] ?? "Unnamed";
    return this.#with({ triggers: [...this.#parts.triggers, { file: `${name}.trigger`, text }] });
  }

  schema(schema: Schema): ApexFixture {
    return this.#with({ schema });
  }

  host(host: Partial<Host>): ApexFixture {
    return this.#with({ host: { ...this.#parts.host, ...host } });
  }

  user(user: Partial<RunningUser>): ApexFixture {
    return this.#with({ user: { ...this.#parts.user, ...user } });
  }

  limits(limits: Partial<Record<LimitName, number>>): ApexFixture {
    return this.#with({ limits });
  }

  /** Runs an anonymous block. */
  run(block: string): ApexRun {
    const program = this.#bind();
    const unit = parsed(parseAnonymous("anonymous.apex", block));
    const emitted = emitBound(program.bindAnonymous(unit, "anonymous.apex"));
    const engine = new Engine(programUnits(program), this.#parts.schema);
    const debug: string[] = [];
    const transaction = new Transaction({
      host: testHost(this.#parts.schema, this.#parts.host),
      classes: engine,
      user: this.#parts.user,
      quiddity: "ANONYMOUS",
      isTest: false,
      requestId: "test-request",
      limits: this.#parts.limits,
      debug: (line) => debug.push(line.text),
    });
    const exception = inTransaction(transaction, () => endedBy(() => engine.runAnonymous(emitted)));
    return { debug, exception, transaction, engine, coverage: engine.coverage() };
  }

  #bind(): Program {
    const { classes, triggers, schema } = this.#parts;
    return bindProgram({
      classes: classes.map(({ file, text, apiVersion }) => ({
        file,
        apiVersion,
        unit: parsed(parseClass(file, text)),
      })),
      triggers: triggers.map(({ file, text }) => ({
        file,
        apiVersion: API_VERSION,
        unit: parsed(parseTrigger(file, text)),
      })),
      schema,
      catalog: platformCatalog(),
      hasBehaviour,
    });
  }
}

function parsed<Unit extends CompilationUnit>({ unit, diagnostics }: Parsed<Unit>): Unit {
  if (unit === null || diagnostics.length > 0) throw new CompilationError(diagnostics);
  return unit;
}

/** The Apex exception that ends it; a fault of the org fails the test. */
function endedBy(run: () => void): ApexException | null {
  try {
    run();
    return null;
  } catch (thrown) {
    const exception = apexExceptionOf(thrown);
    if (exception === null) throw thrown;
    return exception;
  }
}

export function apex(): ApexFixture {
  return new ApexFixture({
    classes: [],
    triggers: [],
    schema: testSchema(),
    host: {},
    user: TEST_USER,
    limits: {},
  });
}

export function runApex(block: string): ApexRun {
  return apex().run(block);
}

/** The text of `System.debug(expression)`; fails where it throws. */
export function evaluate(expression: string): string {
  const { debug, exception } = runApex(`System.debug(${expression});`);
  if (exception !== null) throw new Error(`${exception.headline}\n${exception.stackTraceText}`);
  return debug.join("\n");
}
