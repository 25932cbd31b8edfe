import type { LocalSymbol } from "../types/symbols.ts";

/** The local variables visible at a place. */
export class Scope {
  readonly #outer: Scope | null;
  readonly #locals = new Map<string, LocalSymbol>();

  constructor(outer: Scope | null = null) {
    this.#outer = outer;
  }

  /** False when the name is taken: Apex lets no inner block redeclare a variable of an outer one. */
  declare(local: LocalSymbol): boolean {
    if (this.find(local.name) !== undefined) return false;
    this.#locals.set(local.name.toLowerCase(), local);
    return true;
  }

  find(name: string): LocalSymbol | undefined {
    return this.#locals.get(name.toLowerCase()) ?? this.#outer?.find(name);
  }
}
