import { mergedText } from "./merge-fields.js";
/** @param hasPrincipal whether the running user may use a principal, `Stripe-Main` */
export function resolveEndpoint(request, settings, hasPrincipal) {
    const callout = /^callout:([^/?#]+)(.*)$/is.exec(request.endpoint);
    return callout === null
        ? plain(request, settings)
        : named(request, callout[1] ?? "", callout[2] ?? "", settings, hasPrincipal);
}
function plain(request, { remoteSites }) {
    const origin = originOf(request.endpoint);
    if (origin !== null && remoteSites.some((site) => originOf(site) === origin))
        return { kind: "allowed", request };
    return refused(`Unauthorized endpoint, please check Setup->Security->Remote site settings. endpoint = ${request.endpoint}`);
}
function named(request, name, rest, settings, hasPrincipal) {
    const credential = settings.schema.namedCredentials.get(name);
    if (credential === undefined)
        return noAccess(name);
    const external = credential.externalCredential === null
        ? undefined
        : settings.schema.externalCredentials.get(credential.externalCredential);
    if (credential.externalCredential !== null) {
        const principals = external?.principals ?? [];
        const isAllowed = principals.some((principal) => hasPrincipal(`${external?.name ?? ""}-${principal}`));
        if (!isAllowed)
            return noAccess(name);
    }
    const base = override(settings.urls, credential.name) ?? credential.url;
    const formulas = [...(external?.headers ?? []), ...credential.headers];
    const added = [];
    for (const { name: header, value } of formulas) {
        const merged = mergedText(value, settings.parameters);
        if (!merged.ok)
            return refused(merged.error);
        added.push([header, merged.value]);
    }
    const set = new Set(added.map(([header]) => header.toLowerCase()));
    const own = request.headers.filter(([header]) => !set.has(header.toLowerCase()));
    const endpoint = `${base.replace(/\/$/, "")}${rest}`;
    return { kind: "allowed", request: { ...request, endpoint, headers: [...own, ...added] } };
}
function override(urls, name) {
    return Object.entries(urls).find(([each]) => each.toLowerCase() === name.toLowerCase())?.[1];
}
function noAccess(name) {
    return refused(`The callout couldn't access the endpoint. You might not have the required permissions, or the named credential "${name}" might not exist.`);
}
function refused(message) {
    return { kind: "refused", message };
}
function originOf(url) {
    return URL.canParse(url) ? new URL(url).origin : null;
}
