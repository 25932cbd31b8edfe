/**
 * Platform types that are nothing but public properties (`Messaging.InboundEmail`, the inputs and outputs of ConnectApi): the catalog
 * says all there is to know of them, so none needs a file of its own.
 */
import { registerImplementation } from "./platform-classes.js";
import { concatText } from "./text.js";
import { platformCatalog } from "../signatures/catalog.js";
/** Elsewhere a type without methods may still have effects of its own (Database.DMLOptions). */
const NAMESPACES = new Set(["ConnectApi", "Messaging", "Auth"]);
const OBJECT_METHODS = new Set(["equals", "hashCode", "toString", "getBuildVersion"]);
class DataValue {
    values = new Map();
    /** `BinaryAttachment:[body=null, fileName=x]`. */
    toString() {
        const parts = this.$type.fields
            .filter((field) => !field.isStatic)
            .map((field) => `${field.name}=${concatText(this.values.get(field.name) ?? null)}`);
        return `${this.$type.name.split(".").at(-1) ?? ""}:[${parts.join(", ")}]`;
    }
}
const classes = new Map();
function classOf(type) {
    const known = classes.get(type.name);
    if (known !== undefined)
        return known;
    const made = class extends DataValue {
    };
    Object.defineProperty(made.prototype, "$type", { value: type });
    registerImplementation(type.name, made);
    classes.set(type.name, made);
    return made;
}
function isDataClass(type) {
    return (NAMESPACES.has(type.namespace) &&
        type.kind === "class" &&
        type.fields.some((field) => !field.isStatic) &&
        type.methods.every((method) => OBJECT_METHODS.has(method.name)));
}
/** The behaviour of a constructor without parameters or of a property; undefined where the type is more than data. */
export function dataClassMember(owner, table, member) {
    const type = platformCatalog().find(owner);
    if (type === undefined || !isDataClass(type))
        return undefined;
    if (table === "constructors" && member === "new()") {
        const made = classOf(type);
        return () => new made();
    }
    const field = type.fields.find(({ name }) => name.toLowerCase() === member.toLowerCase());
    if (field === undefined || field.isStatic)
        return undefined;
    if (table === "getters")
        return (value) => value.values.get(field.name) ?? null;
    if (table === "setters")
        return (value, given) => {
            value.values.set(field.name, given);
            return given;
        };
    return undefined;
}
/** A value of such a type with properties set, as a platform method answers it. */
export function newDataValue(typeName, properties) {
    const type = platformCatalog().find(typeName);
    if (type === undefined || !isDataClass(type))
        throw new Error(`not a data class: ${typeName}`);
    const value = new (classOf(type))();
    for (const [name, given] of Object.entries(properties))
        value.values.set(name, given);
    return value;
}
