/** Triggers and anonymous blocks: a body, and a class made up for the members declared beside it. */
import type {
  AnonymousUnit,
  Block,
  ClassDeclaration,
  Position,
  TriggerUnit,
  TypeDeclaration,
} from "../syntax/ast.ts";
import type { ClassSymbol } from "../types/symbols.ts";
import type { BodyContext } from "./body-context.ts";
import type { BoundAnonymous, BoundBlock, BoundClass, BoundTrigger } from "./bound.ts";
import { bindClass } from "./class-bodies.ts";
import { outermost, type Compilation } from "./compilation.ts";
import { checkContracts, checkExceptionName } from "./declarations/contracts.ts";
import { declareType } from "./declarations/declare.ts";
import { checkReachable } from "./flow.ts";
import { settleHeaders, type Bound, type SourceUnit } from "./program.ts";
import { Report } from "./report.ts";
import { Scope } from "./scope.ts";
import { bindStatementsOf } from "./statements/statement.ts";

export function bindTriggerUnit(
  { file, apiVersion, unit }: SourceUnit<TriggerUnit>,
  compilation: Compilation,
): Bound<BoundTrigger> {
  const report = new Report(file);
  const object = compilation.schema.object(unit.object);
  if (object === undefined) {
    report.error(unit.at, `Trigger type isn't an SObject: ${unit.object}`);
  }
  const isEvent = object?.kind === "platformEvent" || object?.kind === "changeEvent";
  if (isEvent && unit.events.some((event) => event !== "after insert")) {
    report.error(unit.at, `Platform Event SObjects only supports after insert: ${unit.object}`);
  }
  const objectName = object?.name ?? unit.object;
  // A class may have the trigger's name: the one made up here has a name no class can have.
  const name = `Trigger.${unit.name}`;
  const place: LooseUnit = { ...unit, name, apiVersion, triggerObject: objectName };
  const { classes, body, dependencies } = bindLoose(place, compilation, report);
  return {
    unit: {
      kind: "trigger",
      file,
      name: unit.name,
      object: objectName,
      events: unit.events,
      apiVersion,
      classes,
      body,
      at: unit.at,
      dependencies,
    },
    isRunnable: report.isRunnable,
    diagnostics: report.diagnostics,
  };
}

/** Anonymous Apex runs at the newest version (REST resource executeAnonymous of the API version called). */
const ANONYMOUS_API_VERSION = 66;

export function bindAnonymousUnit(
  unit: AnonymousUnit,
  file: string,
  compilation: Compilation,
): Bound<BoundAnonymous> {
  const report = new Report(file);
  const place: LooseUnit = {
    name: "AnonymousBlock",
    apiVersion: ANONYMOUS_API_VERSION,
    triggerObject: null,
    ...unit,
  };
  const { classes, body, dependencies } = bindLoose(place, compilation, report);
  return {
    unit: { kind: "anonymous", file, classes, body, dependencies },
    isRunnable: report.isRunnable,
    diagnostics: report.diagnostics,
  };
}

interface LooseUnit {
  readonly name: string;
  readonly apiVersion: number;
  readonly triggerObject: string | null;
  readonly members: ClassDeclaration["members"];
  readonly body: Block;
  readonly at: Position;
}

function bindLoose(
  unit: LooseUnit,
  compilation: Compilation,
  report: Report,
): {
  readonly classes: readonly BoundClass[];
  readonly body: BoundBlock;
  readonly dependencies: readonly string[];
} {
  const declared = declareType(surroundingClass(unit), null, unit.apiVersion, report);
  const declarations = new Map<ClassSymbol, TypeDeclaration>(compilation.declarations);
  for (const { symbol, declaration } of declared) declarations.set(symbol, declaration);
  const [outer, ...inner] = declared.map(({ symbol }) => symbol);
  if (outer === undefined) throw new Error("declareType yields the declared type first");
  const own: Compilation = { ...compilation, declarations };
  const reports = new Map([outer, ...inner].map((symbol) => [symbol, report]));
  settleHeaders([outer, ...inner], own, reports, (symbol) => symbol === outer);
  // What a trigger or a block is called says nothing of the class made up for it.
  for (const symbol of inner) checkExceptionName(symbol, report);
  const dependencies = new Set<string>();
  const classes = [outer, ...inner].map((symbol) => {
    checkContracts(symbol, own, report);
    return bindClass(symbol, { compilation: own, report, dependencies });
  });
  const context: BodyContext = {
    compilation: own,
    report,
    owner: outer,
    isStatic: true,
    scope: new Scope(),
    returns: "nothing",
    accessorOf: null,
    assignsFinalFields: null,
    initializing: null,
    isInLoop: false,
    triggerObject: unit.triggerObject,
    dependencies,
  };
  const body = bindStatementsOf(unit.body, context);
  checkReachable(body, context);
  dependencies.delete(outermost(outer).qualifiedName);
  return { classes, body, dependencies: [...dependencies] };
}

function surroundingClass({ name, members, at }: LooseUnit): ClassDeclaration {
  return {
    kind: "class",
    name,
    modifiers: { words: ["public"], annotations: [] },
    superclass: null,
    interfaces: [],
    members,
    at,
    end: at,
  };
}
