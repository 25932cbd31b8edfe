/** How a member of the catalog finds its behaviour. Filled by registry.ts; a module of its own, so that behaviours may use it. */
import { registerImplementation } from "./platform-classes.js";
import { dataClassMember } from "./data-class.js";
import { platformCatalog } from "../signatures/catalog.js";
const behaviours = new Map();
/** One type may be spread over several files. */
export function registerBehaviour(behaviour) {
    const key = behaviour.type.toLowerCase();
    behaviours.set(key, [...(behaviours.get(key) ?? []), behaviour]);
    if (behaviour.implementation !== undefined)
        registerImplementation(behaviour.type, behaviour.implementation);
}
/** All of them, in the order of their files. */
export function registeredBehaviours() {
    return [...behaviours.values()].flat();
}
function own(table, key) {
    return table !== undefined && Object.hasOwn(table, key) ? table[key] : undefined;
}
function inTable(owner, table, member) {
    const name = member.split("(", 1)[0] ?? member;
    for (const behaviour of behaviours.get(owner.toLowerCase()) ?? []) {
        const found = own(behaviour[table], member) ?? own(behaviour[table], name);
        if (found !== undefined)
            return found;
    }
    return undefined;
}
function ancestors(owner) {
    const type = platformCatalog().find(owner);
    if (type === undefined)
        return [];
    const above = [
        ...(type.superclass === null ? [] : [type.superclass]),
        ...type.interfaces,
    ];
    return above.flatMap((reference) => [reference.name, ...ancestors(reference.name)]);
}
/** The behaviour of a member, own or inherited: `member` is a signature (`contains(String)`) or a bare name. */
export function findBehaviour(owner, table, member) {
    const direct = inTable(owner, table, member);
    if (direct !== undefined)
        return direct;
    for (const ancestor of ancestors(owner)) {
        const inherited = inTable(ancestor, table, member);
        if (inherited !== undefined)
            return inherited;
    }
    return table === "methods"
        ? inTable("Object", "methods", member)
        : dataClassMember(owner, table, member);
}
export function isInterface(owner) {
    return platformCatalog().find(owner)?.kind === "interface";
}
/**
 * Whether the org can run a member. Interfaces' methods always run: whoever implements them does. So do the constructors of
 * exceptions.
 */
export function hasBehaviour(owner, member, isStatic) {
    if (member.startsWith("new("))
        return isExceptionType(owner) || findBehaviour(owner, "constructors", member) !== undefined;
    if (member.includes("("))
        return (findBehaviour(owner, isStatic ? "statics" : "methods", member) !== undefined ||
            (!isStatic && isInterface(owner)));
    return findBehaviour(owner, isStatic ? "staticGetters" : "getters", member) !== undefined;
}
export function isExceptionType(owner) {
    return owner === "System.Exception" || ancestors(owner).includes("System.Exception");
}
