import { platformType, type Behaviour, type TypeBehaviour } from "../behaviour.ts";

/**
 * A describe: everything it knows is there as a property and as a method. `values` are by property name (`Label`); booleans are methods
 * `isX`, unless `getters` names them, others `getX`.
 */
export function describeType(
  type: string,
  implementation: NonNullable<TypeBehaviour["implementation"]>,
  values: Readonly<Record<string, Behaviour>>,
  flags: Readonly<Record<string, Behaviour>>,
): TypeBehaviour {
  const methods: Record<string, Behaviour> = {};
  for (const [name, read] of Object.entries(values)) methods[`get${name}`] = read;
  for (const [name, read] of Object.entries(flags)) methods[`is${name}`] = read;
  return platformType({ type, implementation, methods, getters: { ...values, ...flags } });
}
