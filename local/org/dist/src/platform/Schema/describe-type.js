import { concatText } from "../../runtime/text.js";
import { platformType } from "../../runtime/behaviour.js";
import { platformCatalog } from "../../signatures/catalog.js";
/**
 * A describe: everything it knows is there as a property (`Label`, `Custom`) and as a method (`getLabel`, `isCustom`). Both tables are by
 * property name; `flags` are the ones whose method is `isX`. `unprinted` names values that its text leaves out.
 */
export function describeType(type, implementation, values, flags, unprinted = []) {
    const methods = { ...named("get", values), ...named("is", flags) };
    const printed = Object.entries(methods)
        .filter(([name]) => !unprinted.includes(name.slice("get".length)))
        .sort(([a], [b]) => (a < b ? -1 : 1));
    const toString = (value) => textOf(type, value, printed);
    // What text of any value is made with looks for the method on the value itself.
    Object.defineProperty(implementation.prototype, "toString", {
        value() {
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
function onlyProperties(type, properties) {
    const fields = new Set(platformCatalog()
        .find(type)
        ?.fields.map(({ name }) => name));
    return Object.fromEntries(Object.entries(properties).filter(([name]) => fields.has(name)));
}
function named(prefix, properties) {
    return Object.fromEntries(Object.entries(properties).map(([name, read]) => [prefix + name, read]));
}
/** As debug logs show it: `Schema.PicklistEntry[getLabel=Open;getValue=open;isActive=true;isDefaultValue=false;]`. */
function textOf(type, value, methods) {
    return `${type}[${methods.map(([name, read]) => `${name}=${concatText(read(value))};`).join("")}]`;
}
