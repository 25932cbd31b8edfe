/** @throws Error when a row lacks a part */
export function readObject(name, written) {
    const plain = Object.entries(written.fields).flatMap(([apexType, names]) => names.split(" ").map((field) => {
        return { name: field, apexType, referenceTo: [], relationshipName: null };
    }));
    const lookups = rows(written.lookups).map(([field, relationshipName, ...referenceTo]) => {
        return {
            name: part(field),
            apexType: "Id",
            referenceTo,
            relationshipName: part(relationshipName),
        };
    });
    return {
        name,
        fields: [...plain, ...lookups].sort(byName),
        childRelationships: rows(written.children).map(([relationshipName, childObject, field]) => ({
            relationshipName: part(relationshipName),
            childObject: part(childObject),
            field: part(field),
        })),
    };
}
export function writeObject({ fields, childRelationships }) {
    const byType = {};
    for (const field of fields.filter(({ relationshipName }) => relationshipName === null)) {
        const names = byType[field.apexType];
        byType[field.apexType] = names === undefined ? field.name : `${names} ${field.name}`;
    }
    const lookups = fields.flatMap(({ name, relationshipName, referenceTo }) => relationshipName === null ? [] : [[name, relationshipName, ...referenceTo].join(" ")]);
    const children = childRelationships.map(({ relationshipName, childObject, field }) => [relationshipName, childObject, field].join(" "));
    return {
        fields: byType,
        ...(lookups.length === 0 ? {} : { lookups: lookups.join(",") }),
        ...(children.length === 0 ? {} : { children: children.join(",") }),
    };
}
/** `Id` first, the others by name. */
export function byName(a, b) {
    if (a.name === "Id")
        return -1;
    if (b.name === "Id")
        return 1;
    return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
function rows(text) {
    return text === undefined ? [] : text.split(",").map((row) => row.split(" "));
}
function part(text) {
    if (text === undefined)
        throw new Error("a row of a standard object lacks a part");
    return text;
}
