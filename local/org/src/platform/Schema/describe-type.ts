import { concatText } from "../../runtime/text.ts";
import { platformType, type Behaviour, type TypeBehaviour } from "../../runtime/behaviour.ts";
import { platformCatalog } from "../../signatures/catalog.ts";

type Properties = Readonly<Record<string, Behaviour>>;

/**
 * A describe: everything it knows is there as a property (`Label`, `Custom`) and as a method (`getLabel`, `isCustom`). Both tables are by
 * property name; `flags` are the ones whose method is `isX`. `unprinted` names values that its text leaves out.
 */
export function describeType(
  type: string,
  implementation: NonNullable<TypeBehaviour["implementation"]>,
  values: Properties,
  flags: Properties,
  unprinted: readonly string[] = [],
): TypeBehaviour {
  const methods = { ...named("get", values), ...named("is", flags) };
  const printed = Object.entries(methods)
    .filter(([name]) => !unprinted.includes(name.slice("get".length)))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const toString = (value: unknown): string => textOf(type, value, printed);
  // What text of any value is made with looks for the method on the value itself.
  Object.defineProperty(implementation.prototype, "toString", {
    value(this: unknown): string {
      return toString(this);
    },
  });
  return platformType({
    type,
    implementation,
    methods: { ...methods, toString },
    getters: onlyProperties(type, { ...values, ...flags }),
  });
}

/** Some have only the method. */
function onlyProperties(type: string, properties: Properties): Properties {
  const fields = new Set(
    platformCatalog()
      .find(type)
      ?.fields.map(({ name }) => name),
  );
  return Object.fromEntries(Object.entries(properties).filter(([name]) => fields.has(name)));
}

function named(prefix: string, properties: Properties): Record<string, Behaviour> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, read]) => [prefix + name, read] as const),
  );
}

/** As debug logs show it: `Schema.PicklistEntry[getLabel=Open;getValue=open;isActive=true;isDefaultValue=false;]`. */
function textOf(
  type: string,
  value: unknown,
  methods: readonly (readonly [string, Behaviour])[],
): string {
  return `${type}[${methods.map(([name, read]) => `${name}=${concatText(read(value))};`).join("")}]`;
}
