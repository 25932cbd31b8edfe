/** System.Type. Source: Apex Reference, "Type Class". */
import { raise } from "../../runtime/exception.js";
import { ApexList } from "../../runtime/list.js";
import { ApexMap } from "../../runtime/map.js";
import { isConformant } from "../../runtime/runtime-type-of.js";
import { ApexSet } from "../../runtime/set.js";
import { SObjectValue } from "../../runtime/sobject.js";
import { transaction } from "../../runtime/transaction.js";
import { constructorOf } from "../../runtime/platform-members.js";
import { typeName } from "../../runtime/type.js";
import { TypeValue } from "../../runtime/type-value.js";
import { platformType } from "../../runtime/behaviour.js";
import { typeNamed } from "../type-names.js";
import { stringHash } from "./Object.js";
function forName(namespaceOrName, name) {
    const sought = name ?? namespaceOrName;
    const qualified = name !== undefined && name !== null && namespaceOrName !== null && namespaceOrName !== ""
        ? `${namespaceOrName}.${name}`
        : sought;
    if (qualified === null)
        return null;
    const type = typeNamed(qualified);
    return type === null ? null : new TypeValue(type);
}
/** By the parameterless constructor. */
export function newInstanceOf(type) {
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
        getName: (type) => type.name,
        toString: (type) => type.name,
        equals: (type, other) => other instanceof TypeValue && other.$identity === type.$identity,
        hashCode: (type) => stringHash(type.$identity),
        newInstance: (type) => newInstanceOf(type.type),
        isAssignableFrom: (type, other) => isConformant(other.type, type.type),
    },
});
