/**
 * Custom metadata records name each other by developer name in their files; records hold ids. A name that no record has stays as it is.
 * Source: Custom Metadata Types Implementation Guide, "Custom Metadata Relationships".
 */
export function linkCustomMetadata(schema, store) {
    const objects = new Set(schema.metadataRecords.map(({ object }) => object));
    for (const object of objects) {
        const describe = schema.object(object);
        if (describe?.kind !== "customMetadata")
            continue;
        spellDefinitions(schema, store, describe);
        const references = [...describe.fields.values()].flatMap((field) => {
            const [target] = field.referenceTo;
            return target !== undefined && /__mdt$/i.test(target) ? [{ name: field.name, target }] : [];
        });
        if (references.length === 0)
            continue;
        for (const row of [...store.table(describe.name).rows()]) {
            const ids = references.flatMap(({ name, target }) => {
                const id = idOf(store, target, row.values[name]);
                return id === undefined ? [] : [[name, id]];
            });
            if (ids.length > 0)
                store.put({ ...row, values: { ...row.values, ...Object.fromEntries(ids) } });
        }
    }
}
/** Objects and fields are named in any case; what a record says is their own spelling. */
function spellDefinitions(schema, store, describe) {
    const fields = [...describe.fields.values()];
    const naming = (target) => fields.filter(({ referenceTo }) => referenceTo[0] === target).map(({ name }) => name);
    const ofObjects = naming("EntityDefinition");
    const ofFields = naming("FieldDefinition");
    if (ofObjects.length === 0)
        return;
    for (const row of [...store.table(describe.name).rows()]) {
        const values = { ...row.values };
        const objects = ofObjects.flatMap((name) => objectNamed(schema, values[name]) ?? []);
        for (const name of ofObjects)
            values[name] = objectNamed(schema, values[name])?.name ?? values[name] ?? null;
        for (const name of ofFields) {
            const said = values[name];
            if (typeof said !== "string")
                continue;
            const meant = objects.flatMap(({ fields: known }) => known.get(said.toLowerCase()) ?? []);
            values[name] = meant.some((field) => field.name === said) ? said : (meant[0]?.name ?? said);
        }
        store.put({ ...row, values });
    }
}
function objectNamed(schema, name) {
    return typeof name === "string" ? schema.object(name) : undefined;
}
function idOf(store, target, developerName) {
    if (typeof developerName !== "string")
        return undefined;
    for (const row of store.table(target).rows())
        if (row.values["DeveloperName"] === developerName)
            return row.id;
    return undefined;
}
