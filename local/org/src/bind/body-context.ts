import type { Position } from "../syntax/ast.ts";
import type { ClassSymbol, FieldSymbol, LocalSymbol } from "../types/symbols.ts";
import type { Type } from "../types/type.ts";
import { outermost, type Compilation } from "./compilation.ts";
import { refuseReservedName } from "./declarations/reserved-names.ts";
import type { Report } from "./report.ts";
import { Scope } from "./scope.ts";

/** Where a statement or an expression stands. */
export interface BodyContext {
  readonly compilation: Compilation;
  readonly report: Report;
  /** The class around it; for a trigger or an anonymous block, the class its members live in. */
  readonly owner: ClassSymbol;
  readonly isStatic: boolean;
  readonly scope: Scope;
  /** `nothing` where `return;` may stand and `return x;` may not, as in a trigger. */
  readonly returns: Type | "nothing";
  /** The property whose accessor this is: there its name means the slot. */
  readonly accessorOf: FieldSymbol | null;
  /** Constructors and initialisers may assign final fields. */
  readonly assignsFinalFields: "static" | "instance" | null;
  /** The field whose first value this is: those declared after it have none yet. */
  readonly initializing: FieldSymbol | null;
  readonly isInLoop: boolean;
  /** The object of the trigger this body belongs to. */
  readonly triggerObject: string | null;
  /** Collects the names of the top-level classes mentioned. */
  readonly dependencies: Set<string>;
}

export function inNestedScope(context: BodyContext): BodyContext {
  return { ...context, scope: new Scope(context.scope) };
}

export function inLoop(context: BodyContext): BodyContext {
  return { ...context, scope: new Scope(context.scope), isInLoop: true };
}

export function mention(context: BodyContext, symbol: ClassSymbol): void {
  context.dependencies.add(outermost(symbol).qualifiedName);
}

/** Declares a local variable, which stays declared even when its name was taken, so that its uses give no further errors. */
export function declareLocal(
  context: BodyContext,
  name: string,
  type: Type,
  at: Position,
): LocalSymbol {
  refuseReservedName(name, at, context.report);
  const local: LocalSymbol = { kind: "local", name, type, at };
  if (!context.scope.declare(local)) context.report.error(at, `Duplicate variable: ${name}`);
  return local;
}
