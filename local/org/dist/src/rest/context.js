import { notFound } from "./rest-error.js";
export function rightsOf({ org, user }) {
    return org.host.data.rights(user.id);
}
/** @throws RestError 404 also for an object that the user has no access to */
export function requestedObject(context) {
    const describe = context.org.host.schema.object(context.parameters["object"] ?? "");
    if (describe === undefined || !isVisible(describe, rightsOf(context)))
        throw notFound();
    return describe;
}
export function isVisible({ name }, rights) {
    return rights.canReadObject(name) || rights.canCreateObject(name);
}
