/** A map by name in which case does not count. Its keys are lower-cased. */
export class NameMap<Value> extends Map<string, Value> {
  // Most names come in lower case, and making them so again costs more than the look-up.
  override get(name: string): Value | undefined {
    return super.get(name) ?? super.get(name.toLowerCase());
  }

  override has(name: string): boolean {
    return super.has(name) || super.has(name.toLowerCase());
  }

  override set(name: string, value: Value): this {
    return super.set(name.toLowerCase(), value);
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
}
