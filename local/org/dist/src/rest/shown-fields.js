/** Everything a record has, in its own order. */
export const ALL_FIELDS = { names: new Map(), isOpen: true };
export function shownFields(query) {
    return growing(query);
}
function growing(query) {
    const root = empty();
    const [from] = query.from;
    const prefixes = new Set([from?.alias, from?.path.at(-1)].flatMap((name) => typeof name === "string" ? [name.toLowerCase()] : []));
    for (const item of query.select)
        addItem(root, item, prefixes);
    return root;
}
function addItem(root, item, prefixes) {
    switch (item.kind) {
        case "field": {
            const [first = "", ...rest] = item.path;
            const isPrefix = rest.length > 0 && prefixes.has(first.toLowerCase());
            addPath(root, item.alias === null ? (isPrefix ? rest : item.path) : [item.alias]);
            return;
        }
        case "function": {
            // Without an alias toLabel(Status) is shown as Status, and COUNT(Id) under a name that is made up.
            const [argument] = item.arguments;
            if (item.alias !== null)
                addPath(root, [item.alias]);
            else if (argument?.kind === "field")
                addPath(root, argument.path);
            return;
        }
        case "subquery": {
            const relationship = item.query.from[0]?.path.at(-1) ?? "";
            root.names.set(relationship.toLowerCase(), growing(item.query));
            return;
        }
        case "typeof":
            addPath(root, item.relationship).isOpen = true;
            return;
        case "fields":
            root.isOpen = true;
            return;
    }
}
function addPath(root, path) {
    let node = root;
    for (const name of path) {
        const known = node.names.get(name.toLowerCase()) ?? empty();
        node.names.set(name.toLowerCase(), known);
        node = known;
    }
    return node;
}
function empty() {
    return { names: new Map(), isOpen: false };
}
