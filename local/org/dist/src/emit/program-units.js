import { formatDiagnostic } from "../syntax/diagnostic.js";
import { emitUnit } from "./emit.js";
/** A unit that does not compile was asked for. */
export class CompilationError extends Error {
    diagnostics;
    constructor(diagnostics) {
        super(diagnostics.map(formatDiagnostic).join("\n"));
        this.diagnostics = diagnostics;
    }
}
export function emitBound(bound) {
    if (!bound.isRunnable)
        throw new CompilationError(bound.diagnostics);
    return emitUnit(bound.unit);
}
export function programUnits(program) {
    return {
        classUnit: (name) => emitted(program.bindUnit(name)),
        triggerUnit: (name) => emitted(program.bindTrigger(name)),
    };
}
function emitted(bound) {
    return bound === undefined ? undefined : emitBound(bound);
}
