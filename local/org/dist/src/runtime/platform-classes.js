/** Which JavaScript class stands behind which platform type. Filled by the platform's registry. */
const byName = new Map();
const byPrototype = new Map();
export function registerImplementation(name, implementation) {
    byName.set(name.toLowerCase(), implementation);
    // Every class has an object as its prototype property.
    byPrototype.set(implementation.prototype, name);
}
export function implementationOf(name) {
    return byName.get(name.toLowerCase());
}
/** The catalog name of a platform value's type. */
export function platformTypeOf(value) {
    for (let prototype = objectPrototype(value); prototype !== null; prototype = objectPrototype(prototype)) {
        const name = byPrototype.get(prototype);
        if (name !== undefined)
            return name;
    }
    return undefined;
}
function objectPrototype(value) {
    // Object.getPrototypeOf gives an object or null; its declared type is wider.
    return Object.getPrototypeOf(value);
}
