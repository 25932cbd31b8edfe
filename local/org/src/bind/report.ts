import type { Position } from "../syntax/ast.ts";
import type { Diagnostic } from "../syntax/diagnostic.ts";

/**
 * Leaves the expression or declaration that does not compile. Caught by {@link Report.attempt} at the statement or member around it, so that
 * one mistake gives one diagnostic and the rest is still checked.
 */
class CompileError extends Error {
  readonly at: Position;
  readonly kind: Diagnostic["kind"];

  constructor(at: Position, message: string, kind: Diagnostic["kind"]) {
    super(message);
    this.at = at;
    this.kind = kind;
  }
}

/** @throws always, to the nearest {@link Report.attempt} */
export function fail(at: Position, message: string): never {
  throw new CompileError(at, message, "error");
}

/** @throws always, to the nearest {@link Report.attempt}: Salesforce would accept this */
export function failAsGap(at: Position, what: string): never {
  throw new CompileError(at, gapMessage(what), "gap");
}

function gapMessage(what: string): string {
  return `Not supported by the local org yet: ${what}`;
}

/** The diagnostics of one file. */
export class Report {
  readonly file: string;
  readonly #diagnostics: Diagnostic[] = [];
  readonly #places = new Set<string>();

  constructor(file: string) {
    this.file = file;
  }

  get diagnostics(): readonly Diagnostic[] {
    return this.#diagnostics;
  }

  error(at: Position, message: string): void {
    this.#add({ file: this.file, at, message, kind: "error" });
  }

  gap(at: Position, what: string): void {
    this.#add({ file: this.file, at, message: gapMessage(what), kind: "gap" });
  }

  /** The value of `action`, or null after reporting why there is none. */
  attempt<T>(action: () => T): T | null {
    try {
      return action();
    } catch (error) {
      if (!(error instanceof CompileError)) throw error;
      this.#add({ file: this.file, at: error.at, message: error.message, kind: error.kind });
      return null;
    }
  }

  /** Overload resolution and name lookup may bind an expression more than once. */
  #add(diagnostic: Diagnostic): void {
    const place = `${diagnostic.at.line}:${diagnostic.at.column}:${diagnostic.message}`;
    if (this.#places.has(place)) return;
    this.#places.add(place);
    this.#diagnostics.push(diagnostic);
  }
}
