/** System.Type. Source: Apex Reference, "Type Class". */
import { raise } from "../../runtime/exception.ts";
import { ApexList } from "../../runtime/list.ts";
import { ApexMap } from "../../runtime/map.ts";
import { isConformant } from "../../runtime/runtime-type-of.ts";
import { ApexSet } from "../../runtime/set.ts";
import { SObjectValue } from "../../runtime/sobject.ts";
import { transaction } from "../../runtime/transaction.ts";
import { constructorOf } from "../../runtime/platform-members.ts";
import { typeName, type RuntimeType } from "../../runtime/type.ts";
import { TypeValue } from "../../runtime/type-value.ts";
import { platformType } from "../../runtime/behaviour.ts";
import { typeNamed } from "../type-names.ts";
import { stringHash } from "./Object.ts";

function forName(namespaceOrName: string | null, name?: string | null): TypeValue | null {
  const sought = name ?? namespaceOrName;
  const qualified =
    name !== undefined && name !== null && namespaceOrName !== null && namespaceOrName !== ""
      ? `${namespaceOrName}.${name}`
      : sought;
  if (qualified === null) return null;
  const type = typeNamed(qualified);
  return type === null ? null : new TypeValue(type);
}

/** By the parameterless constructor. */
export function newInstanceOf(type: RuntimeType): unknown {
  switch (type.kind) {
    case "class": {
      const found = transaction().classes.find(type.name);
      if (found === undefined || found.definition.isAbstract || found.definition.kind !== "class")
        return raise("System.TypeException", `${type.name} cannot be constructed`);
      if (found.definition.defaultConstructor === null)
        return raise("System.TypeException", `Class ${type.name} must have a no-arg constructor`);
      return transaction().classes.create(type.name);
    }
    case "sobject": {
      const describe = transaction().host.schema.object(type.name);
      if (describe === undefined)
        return raise("System.TypeException", `${type.name} cannot be constructed`);
      return new SObjectValue(describe);
    }
    case "list":
      return new ApexList(type.element);
    case "set":
      return new ApexSet(type.element);
    case "map":
      return new ApexMap(type.key, type.value);
    case "platform":
      return constructorOf(type.name, "new()")();
    case "primitive":
    case "object":
      return raise("System.TypeException", `${typeName(type)} cannot be constructed`);
  }
}

export const typeBehaviour = platformType({
  type: "System.Type",
  implementation: TypeValue,
  statics: { forName },
  methods: {
    getName: (type: TypeValue) => type.name,
    toString: (type: TypeValue) => type.name,
    equals: (type: TypeValue, other: unknown) =>
      other instanceof TypeValue && other.$identity === type.$identity,
    hashCode: (type: TypeValue) => stringHash(type.$identity),
    newInstance: (type: TypeValue) => newInstanceOf(type.type),
    isAssignableFrom: (type: TypeValue, other: TypeValue) => isConformant(other.type, type.type),
  },
});
