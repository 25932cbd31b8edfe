/** System.Schema: describes by name. Source: Apex Reference, "Schema Class". */
import { raise } from "../../runtime/exception.js";
import { ApexList } from "../../runtime/list.js";
import { ObjectDescribeResult, ObjectToken } from "../../runtime/tokens.js";
import { transaction } from "../../runtime/transaction.js";
import { platformTypeNamed } from "../../runtime/type.js";
import { platformType } from "../../runtime/behaviour.js";
import { required } from "../required.js";
import { isFullDescribe } from "../Schema/describe-options.js";
import { NameKeyedMap } from "../Schema/name-keyed-map.js";
/** The tokens of all objects, by schema. Describing thousands of standard objects is left to who asks for one. */
const globalDescribes = new WeakMap();
function globalDescribe() {
    const { schema } = transaction().host;
    const known = globalDescribes.get(schema) ?? tokensOf(schema);
    globalDescribes.set(schema, known);
    return new NameKeyedMap(platformTypeNamed("Schema.SObjectType"), known);
}
function tokensOf(schema) {
    return schema.objectNames().map((name) => [
        name.toLowerCase(),
        new ObjectToken(() => {
            const describe = schema.object(name);
            if (describe === undefined)
                throw new Error(`The schema names ${name} and does not know it`);
            return describe;
        }, name),
    ]);
}
function described(name) {
    return (transaction().host.schema.object(name) ??
        raise("System.InvalidParameterValueException", `${name} is not a valid SObject type`));
}
export const schemaBehaviour = platformType({
    type: "System.Schema",
    statics: {
        getGlobalDescribe: globalDescribe,
        describeSObjects: (names, options = null) => new ApexList(platformTypeNamed("Schema.DescribeSObjectResult"), required(names).items.map((name) => new ObjectDescribeResult(described(required(name)), isFullDescribe(options)))),
    },
});
