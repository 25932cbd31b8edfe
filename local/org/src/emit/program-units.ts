/** A bound program's units, emitted when first asked for. */
import type { Bound, Program } from "../bind/program.ts";
import type { BoundUnit } from "../bind/bound.ts";
import { type Diagnostic, formatDiagnostic } from "../syntax/diagnostic.ts";
import type { UnitSource } from "../runtime/engine.ts";
import { emitUnit } from "./emit.ts";
import type { EmittedUnit } from "../runtime/unit.ts";

/** A unit that does not compile was asked for. */
export class CompilationError extends Error {
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(formatDiagnostic).join("\n"));
    this.diagnostics = diagnostics;
  }
}

export function emitBound(bound: Bound<BoundUnit>): EmittedUnit {
  if (!bound.isRunnable) throw new CompilationError(bound.diagnostics);
  return emitUnit(bound.unit);
}

export function programUnits(program: Program): UnitSource {
  return {
    classUnit: (name) => emitted(program.bindUnit(name)),
    triggerUnit: (name) => emitted(program.bindTrigger(name)),
  };
}

function emitted(bound: Bound<BoundUnit> | undefined): EmittedUnit | undefined {
  return bound === undefined ? undefined : emitBound(bound);
}
