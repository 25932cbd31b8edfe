/** Platform types that are nothing but fields: the catalog names them, every one begins as null. */
import { platformType, type Behaviour, type TypeBehaviour } from "../runtime/behaviour.ts";
import { platformCatalog } from "../signatures/catalog.ts";

/** An instance: its fields by the catalog's spelling. */
export class PlainValue {
  readonly fields = new Map<string, unknown>();
}

export interface PlainTypeOptions {
  /** What a field holds at first. */
  readonly defaults?: Readonly<Record<string, () => unknown>>;
  readonly methods?: Readonly<Record<string, Behaviour>>;
  /** The type it extends, whose fields it has as well. */
  readonly base?: PlainType;
}

export interface PlainType {
  readonly behaviour: TypeBehaviour;
  readonly create: () => PlainValue;
  readonly implementation: new () => PlainValue;
}

/** @throws Error where the catalog has no such type */
export function plainType(name: string, options: PlainTypeOptions = {}): PlainType {
  const type = platformCatalog().find(name);
  if (type === undefined) throw new Error(`The catalog has no ${name}`);
  const fields = type.fields.filter((field) => !field.isStatic).map((field) => field.name);
  // Each type has a class of its own: casts and instanceof tell types apart by it.
  const Base = options.base?.implementation ?? PlainValue;
  class Value extends Base {}
  const create = (): PlainValue => {
    const value = new Value();
    for (const [field, given] of options.base?.create().fields ?? [])
      value.fields.set(field, given);
    for (const field of fields) value.fields.set(field, options.defaults?.[field]?.() ?? null);
    return value;
  };
  const behaviour = platformType({
    type: name,
    implementation: Value,
    constructors: { "new()": create },
    getters: table(fields, (field) => (value: PlainValue) => value.fields.get(field)),
    setters: table(fields, (field) => (value: PlainValue, given: unknown) => {
      value.fields.set(field, given);
      return given;
    }),
    methods: options.methods ?? {},
  });
  return { behaviour, create, implementation: Value };
}

function table(
  fields: readonly string[],
  make: (field: string) => Behaviour,
): Readonly<Record<string, Behaviour>> {
  return Object.fromEntries(fields.map((field) => [field, make(field)]));
}
