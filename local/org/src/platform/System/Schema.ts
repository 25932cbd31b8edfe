/** System.Schema: describes by name. Source: Apex Reference, "Schema Class". */
import { raise } from "../../runtime/exception.ts";
import { ApexList } from "../../runtime/list.ts";
import { ObjectDescribeResult, ObjectToken } from "../../runtime/tokens.ts";
import { transaction } from "../../runtime/transaction.ts";
import { platformTypeNamed } from "../../runtime/type.ts";
import type { Schema, SObjectDescribe } from "../../schema/schema.ts";
import { platformType } from "../behaviour.ts";
import { NameKeyedMap } from "../Schema/name-keyed-map.ts";

/** The map of all objects, by schema: 3,500 standard objects are described once. */
const globalDescribes = new WeakMap<Schema, readonly (readonly [string, ObjectToken])[]>();

function globalDescribe(): NameKeyedMap<ObjectToken> {
  const { schema } = transaction().host;
  const known = globalDescribes.get(schema) ?? tokensOf(schema);
  globalDescribes.set(schema, known);
  return new NameKeyedMap(platformTypeNamed("Schema.SObjectType"), known);
}

function tokensOf(schema: Schema): readonly (readonly [string, ObjectToken])[] {
  return schema.objectNames().flatMap((name) => {
    const describe = schema.object(name);
    return describe === undefined ? [] : [[name.toLowerCase(), new ObjectToken(describe)] as const];
  });
}

function described(name: string): SObjectDescribe {
  return (
    transaction().host.schema.object(name) ??
    raise("System.InvalidParameterValueException", `${name} is not a valid SObject type`)
  );
}

export const schemaBehaviour = platformType({
  type: "System.Schema",
  statics: {
    getGlobalDescribe: globalDescribe,
    describeSObjects: (names: ApexList<string>) =>
      new ApexList(
        platformTypeNamed("Schema.DescribeSObjectResult"),
        names.items.map((name) => new ObjectDescribeResult(described(name))),
      ),
  },
});
