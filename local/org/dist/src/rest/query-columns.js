import { parseQuery } from "../syntax/parse.js";
export function queryColumns(text, schema) {
    const parsed = parseQuery(text);
    if ("error" in parsed)
        return { columnMetadata: [] };
    const { query } = parsed;
    const describe = schema.object(query.from[0]?.path[0] ?? "");
    const columns = columnsOf(query, describe, schema);
    return {
        columnMetadata: columns,
        entityName: describe?.name ?? null,
        groupBy: query.groupBy !== null,
        idSelected: columns.some(({ columnName }) => columnName === "Id"),
        keyPrefix: describe?.keyPrefix ?? null,
    };
}
function columnsOf(query, describe, schema) {
    const columns = [];
    let unnamed = 0;
    for (const item of query.select) {
        switch (item.kind) {
            case "field":
                addPath(columns, item.path, describe, schema);
                break;
            case "function":
                columns.push(functionColumn(item, item.alias ?? `expr${unnamed}`));
                if (item.alias === null)
                    unnamed += 1;
                break;
            case "subquery": {
                const name = item.query.from[0]?.path.at(-1) ?? "";
                const relationship = describe?.childRelationships.get(name.toLowerCase());
                const child = schema.object(relationship?.childObject ?? "");
                columns.push({
                    ...plain(relationship?.relationshipName ?? name),
                    aggregate: true,
                    joinColumns: columnsOf(item.query, child, schema),
                });
                break;
            }
            case "typeof":
                for (const { fields } of item.when)
                    for (const field of fields)
                        addPath(columns, [...item.relationship, ...field], describe, schema);
                break;
            case "fields":
                for (const field of describe?.fields.values() ?? [])
                    columns.push(plain(field.name));
                break;
        }
    }
    return columns;
}
function functionColumn({ name }, shown) {
    return {
        ...plain(shown),
        displayName: shown.startsWith("expr") ? name.toLowerCase() : shown,
        aggregate: true,
    };
}
function addPath(columns, path, describe, schema) {
    const [first = "", ...rest] = path;
    if (rest.length === 0) {
        const field = describe?.fields.get(first.toLowerCase());
        columns.push({
            ...plain(field?.name ?? first),
            apexType: field?.apexType ?? null,
            custom: field?.isCustom ?? false,
        });
        return;
    }
    const lookup = describe?.parentRelationships.get(first.toLowerCase());
    const name = lookup?.relationshipName ?? first;
    let parent = columns.find(({ columnName }) => columnName === name);
    if (parent === undefined) {
        parent = { ...plain(name), foreignKeyName: lookup?.name ?? null };
        columns.push(parent);
    }
    addPath(parent.joinColumns, rest, schema.object(lookup?.referenceTo[0] ?? ""), schema);
}
function plain(name) {
    return {
        columnName: name,
        displayName: name,
        aggregate: false,
        apexType: null,
        custom: false,
        foreignKeyName: null,
        joinColumns: [],
    };
}
