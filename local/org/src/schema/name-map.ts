/** Names asked for in some other case are kept, so many for each that there is. */
const SPELLINGS = 8;

/** A map by name in which case does not count. Its keys are lower-cased. */
export class NameMap<Value> extends Map<string, Value> {
  /** Values by the names as they were asked for: a name is asked for again and again, and to make it lower-case costs more than to look it up. */
  readonly #asAsked = new Map<string, Value>();

  constructor(entries: Iterable<readonly [name: string, value: Value]> = []) {
    super();
    for (const [name, value] of entries) this.set(name, value);
  }

  override get(name: string): Value | undefined {
    return this.#asAsked.get(name) ?? this.#find(name);
  }

  override has(name: string): boolean {
    return this.#asAsked.has(name) || super.has(name.toLowerCase());
  }

  override set(name: string, value: Value): this {
    this.#asAsked.clear();
    return super.set(name.toLowerCase(), value);
  }

  override delete(name: string): boolean {
    this.#asAsked.clear();
    return super.delete(name.toLowerCase());
  }

  override clear(): void {
    this.#asAsked.clear();
    super.clear();
  }

  static by<Value>(
    values: readonly Value[],
    nameOf: (value: Value) => string | null,
  ): NameMap<Value> {
    const map = new NameMap<Value>();
    for (const value of values) {
      const name = nameOf(value);
      if (name !== null) map.set(name, value);
    }
    return map;
  }

  #find(name: string): Value | undefined {
    const value = super.get(name) ?? super.get(name.toLowerCase());
    if (value !== undefined && this.#asAsked.size < SPELLINGS * this.size)
      this.#asAsked.set(name, value);
    return value;
  }
}
