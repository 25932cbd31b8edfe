/** Units of a bound program → what the engine runs, each with its diagnostics. */
import { emitBound } from "../emit/program-units.ts";
import type { Program, SourceUnit } from "../bind/program.ts";
import type { TriggerUnit } from "../syntax/ast.ts";
import type { Diagnostic } from "../syntax/diagnostic.ts";
import type { ClassSymbol, MethodSymbol } from "../types/symbols.ts";
import { guarded } from "./guarded.ts";
import type {
  CompiledClass,
  CompiledOutput,
  CompiledTrigger,
  CompiledUnit,
  TestMethod,
} from "./output-cache.ts";

export function compileAll(program: Program, unparsed: readonly Diagnostic[]): CompiledOutput {
  return {
    classes: program.classes.map((symbol) => compiledClass(program, symbol)),
    triggers: program.triggers.map((source) => compiledTrigger(program, source)),
    unparsed,
  };
}

export function compiledClass(program: Program, symbol: ClassSymbol): CompiledClass {
  return {
    ...compiled(symbol.name, symbol.file, () => program.bindUnit(symbol.name)),
    isTest: symbol.isTest,
    restMapping: restMapping(symbol),
    tests: symbol.methods.filter((method) => method.isTest).map(testMethod),
    setups: symbol.methods.filter(isTestSetup).map(testMethod),
  };
}

export function compiledTrigger(
  program: Program,
  { unit, file }: SourceUnit<TriggerUnit>,
): CompiledTrigger {
  return {
    ...compiled(unit.name, file, () => program.bindTrigger(unit.name)),
    object: unit.object,
    events: unit.events,
  };
}

function compiled(
  name: string,
  file: string,
  bind: () => Parameters<typeof emitBound>[0] | undefined,
): CompiledUnit {
  return guarded(
    file,
    () => {
      const bound = bind();
      if (bound === undefined) throw new Error(`The program has lost ${name}`);
      const { isRunnable, diagnostics } = bound;
      return { name, file, emitted: isRunnable ? emitBound(bound) : null, diagnostics };
    },
    (fault) => ({ name, file, emitted: null, diagnostics: [fault] }),
  );
}

function restMapping({ annotations }: ClassSymbol): string | null {
  const annotation = annotations.find(({ name }) => name === "restresource");
  return annotation?.arguments.get("urlmapping") ?? null;
}

function testMethod(method: MethodSymbol): TestMethod {
  const { name, key, owner } = method;
  const seesAllData = [method, owner].some(
    ({ annotations }) =>
      annotations
        .find((annotation) => annotation.name === "istest")
        ?.arguments.get("seealldata")
        ?.toLowerCase() === "true",
  );
  return { name, key, seesAllData };
}

function isTestSetup(method: MethodSymbol): boolean {
  return method.annotations.some(({ name }) => name === "testsetup");
}
