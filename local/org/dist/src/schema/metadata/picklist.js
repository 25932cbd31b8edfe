/** A field's picklist, as `valueSet` or in the form of before API version 38, `picklist`. null when it has neither. */
export function readPicklist(field) {
    const set = field.child("valueSet");
    if (set !== null) {
        const global = set.text("valueSetName");
        const definition = set.child("valueSetDefinition");
        return {
            isRestricted: set.flag("restricted"),
            controllingField: set.text("controllingField"),
            values: global === null
                ? { kind: "own", values: definition === null ? [] : readValues(definition, "value") }
                : { kind: "global", name: global },
        };
    }
    const picklist = field.child("picklist");
    return picklist === null
        ? null
        : {
            isRestricted: picklist.flag("restrictedPicklist"),
            controllingField: picklist.text("controllingField"),
            values: { kind: "own", values: readValues(picklist, "picklistValues") },
        };
}
/** The values of a GlobalValueSet. */
export function readGlobalValues(root) {
    return readValues(root, "customValue");
}
function readValues(set, name) {
    const values = set.children(name).map((value) => {
        const api = value.text("fullName") ?? "";
        return {
            value: api,
            label: value.text("label") ?? api,
            isDefault: value.flag("default"),
            isActive: value.text("isActive") !== "false",
        };
    });
    return set.flag("sorted")
        ? values.toSorted((a, b) => (a.label < b.label ? -1 : a.label > b.label ? 1 : 0))
        : values;
}
