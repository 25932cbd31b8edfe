/** Platform types that are nothing but fields: the catalog names them, every one begins as null. */
import { platformType } from "../runtime/behaviour.js";
import { platformCatalog } from "../signatures/catalog.js";
/** An instance: its fields by the catalog's spelling. */
export class PlainValue {
    fields = new Map();
}
/** @throws Error where the catalog has no such type */
export function plainType(name, options = {}) {
    const type = platformCatalog().find(name);
    if (type === undefined)
        throw new Error(`The catalog has no ${name}`);
    const fields = type.fields.filter((field) => !field.isStatic).map((field) => field.name);
    // Each type has a class of its own: casts and instanceof tell types apart by it.
    class Value extends PlainValue {
    }
    const create = () => {
        const value = new Value();
        for (const field of fields)
            value.fields.set(field, options.defaults?.[field]?.() ?? null);
        return value;
    };
    const behaviour = platformType({
        type: name,
        implementation: Value,
        constructors: { "new()": create },
        getters: table(fields, (field) => (value) => value.fields.get(field)),
        setters: table(fields, (field) => (value, given) => {
            value.fields.set(field, given);
            return given;
        }),
        methods: options.methods ?? {},
    });
    return { behaviour, create };
}
function table(fields, make) {
    return Object.fromEntries(fields.map((field) => [field, make(field)]));
}
