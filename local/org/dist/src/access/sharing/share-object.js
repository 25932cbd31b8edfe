/** undefined for an object whose records are not shared one by one. Source: Apex Developer Guide, "Sharing a Record Using Apex". */
export function shareObjectOf(schema, object) {
    const isCustom = /__c$/i.test(object);
    const describe = schema.object(isCustom ? object.replace(/__c$/i, "__Share") : `${object}Share`);
    return describe?.kind === "share" ? namesOf(describe, object) : undefined;
}
/** The object whose records a share object shares. */
export function sharedObjectOf(schema, share) {
    if (share.kind !== "share")
        return undefined;
    const name = /__Share$/i.test(share.name)
        ? share.name.replace(/__Share$/i, "__c")
        : share.name.replace(/Share$/, "");
    return schema.object(name);
}
export function namesOf(share, object) {
    const has = (field) => share.fields.has(field.toLowerCase());
    return {
        name: share.name,
        recordField: has("ParentId") ? "ParentId" : `${object}Id`,
        levelField: has("AccessLevel") ? "AccessLevel" : `${object}AccessLevel`,
    };
}
