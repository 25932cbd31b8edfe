/** A private method is never overridden: its name carries its class, so that a descendant's namesake does not hide it. */
export function methodKey(method) {
    return method.visibility === "private" &&
        !method.isStatic &&
        !method.isVirtual &&
        !method.isOverride
        ? `${method.owner.qualifiedName}:${method.key}`
        : method.key;
}
/** The body of a @future method: its own key only puts it into the queue. */
export function futureBodyKey(method) {
    return `future ${method.key}`;
}
/** Constructors are ordinary methods of a fresh object; the class's name keeps `this(…)` from meeting a descendant's. */
export function constructorKey(owner, key) {
    return `${owner.qualifiedName}.${key}`;
}
export function defaultConstructorKey(owner) {
    return constructorKey(owner, "constructor()");
}
/** The four constructors every exception class has, in one. */
export function exceptionConstructorKey(owner) {
    return `${owner.qualifiedName}.$exception`;
}
/** Runs the field initialisers and initialiser blocks of a fresh object and gives it back: before any constructor. */
export const INITIALIZE = "$init";
/** The storage behind a property whose own key is a pair of accessors. */
export function slotKey(field) {
    return hasAccessors(field) ? `$slot${field.key}` : field.key;
}
/** Whether reading or writing the field's key runs code. */
export function hasAccessors(field) {
    return (field.property !== null &&
        (field.isVirtual || field.property.getter === "custom" || field.property.setter === "custom"));
}
export function staticGetterKey(field) {
    return `get ${field.key}`;
}
export function staticSetterKey(field) {
    return `set ${field.key}`;
}
