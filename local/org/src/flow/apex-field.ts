/** A member of an object of the project's own class, as flows name it. */
import { GapReached } from "../runtime/gap-reached.ts";
import type { ApexObject, ClassDefinition, FieldDefinition } from "../runtime/object.ts";

export interface ApexMember {
  read(): unknown;
  write(value: unknown): void;
}

export function apexField(object: ApexObject, name: string): ApexMember {
  const field = fieldNamed(object.$class, name.toLowerCase());
  if (field === undefined)
    throw new GapReached(
      `Not supported by the local org yet: ${object.$class.name}.${name} in a flow`,
    );
  return {
    read: () => Reflect.get(object, field.key) as unknown,
    write: (value) => {
      Reflect.set(object, field.key, value);
    },
  };
}

function fieldNamed(definition: ClassDefinition, name: string): FieldDefinition | undefined {
  const own = definition.fields.find((field) => field.name.toLowerCase() === name);
  if (own !== undefined || definition.superclass === null) return own;
  return fieldNamed(definition.superclass, name);
}
