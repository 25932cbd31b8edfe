/** Which JavaScript class stands behind which platform type. Filled by the platform's registry. */

// Implementations take whatever their own modules say.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Implementation = abstract new (...values: any[]) => object;

const byName = new Map<string, Implementation>();
const byPrototype = new Map<object, string>();

export function registerImplementation(name: string, implementation: Implementation): void {
  byName.set(name.toLowerCase(), implementation);
  // Every class has an object as its prototype property.
  byPrototype.set(implementation.prototype as object, name);
}

export function implementationOf(name: string): Implementation | undefined {
  return byName.get(name.toLowerCase());
}

/** The catalog name of a platform value's type. */
export function platformTypeOf(value: object): string | undefined {
  for (
    let prototype: object | null = objectPrototype(value);
    prototype !== null;
    prototype = objectPrototype(prototype)
  ) {
    const name = byPrototype.get(prototype);
    if (name !== undefined) return name;
  }
  return undefined;
}

function objectPrototype(value: object): object | null {
  // Object.getPrototypeOf gives an object or null; its declared type is wider.
  return Object.getPrototypeOf(value) as object | null;
}
