/** The ancestor of every emitted class, and what the runtime knows of a class beside its methods. */
import { charge } from "./heap/charge.js";
/** About what an object with a few fields takes. */
const OBJECT_BYTES = 64;
export class ApexObject {
    /** Emitted classes fill their fields here; whoever makes an object calls it before a constructor. */
    $init() {
        charge(OBJECT_BYTES);
        return this;
    }
}
/** `object.clone()`: another object with the same fields; what they refer to is shared. */
export function cloneObject(object) {
    // A copy of an object's prototype and own properties is of the object's class.
    return Object.assign(Object.create(Object.getPrototypeOf(object)), object);
}
/** Calls a method of a project object by its JavaScript key, such as `System.Queueable.execute`. */
export function callMethod(target, key, ...values) {
    const method = Reflect.get(target, key);
    if (typeof method !== "function")
        throw new Error(`${target.$class.name} has no method ${key}`);
    return Reflect.apply(method, target, values);
}
export function hasMethod(target, key) {
    const method = Reflect.get(target, key);
    // JavaScript's own toString is not the class's.
    return typeof method === "function" && method !== Reflect.get(Object.prototype, key);
}
/** `is(value, "System.Queueable")`: by class, superclass or interface. */
export function isInstanceOfClass(value, name) {
    return value instanceof ApexObject && value.$class.ancestors.has(name.toLowerCase());
}
