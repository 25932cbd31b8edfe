/** System.Schema: describes by name. Source: Apex Reference, "Schema Class". */
import { raise } from "../../runtime/exception.ts";
import { ApexList } from "../../runtime/list.ts";
import { ObjectDescribeResult, ObjectToken } from "../../runtime/tokens.ts";
import { transaction } from "../../runtime/transaction.ts";
import { platformTypeNamed } from "../../runtime/type.ts";
import type { Schema, SObjectDescribe } from "../../schema/schema.ts";
import { platformType } from "../../runtime/behaviour.ts";
import { required } from "../required.ts";
import { isFullDescribe } from "../Schema/describe-options.ts";
import { NameIndex, NameKeyedMap } from "../Schema/name-keyed-map.ts";

/** The tokens of all objects, by their names. Describing thousands of standard objects is left to who asks for one. */
const globalDescribes = new WeakMap<readonly string[], NameIndex<ObjectToken>>();

function globalDescribe(): NameKeyedMap<ObjectToken> {
  const { schema } = transaction().host;
  const names = schema.objectNames();
  const known = globalDescribes.get(names) ?? new NameIndex(tokensOf(schema));
  globalDescribes.set(names, known);
  return new NameKeyedMap(platformTypeNamed("Schema.SObjectType"), known);
}

function tokensOf(schema: Schema): readonly (readonly [string, ObjectToken])[] {
  return schema.objectNames().map((name) => [
    name,
    new ObjectToken(() => {
      const describe = schema.object(name);
      if (describe === undefined) throw new Error(`The schema names ${name} and does not know it`);
      return describe;
    }, name),
  ]);
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
    describeSObjects: (names: ApexList<string | null> | null, options: unknown = null) =>
      new ApexList(
        platformTypeNamed("Schema.DescribeSObjectResult"),
        required(names).items.map(
          (name) => new ObjectDescribeResult(described(required(name)), isFullDescribe(options)),
        ),
      ),
  },
});
