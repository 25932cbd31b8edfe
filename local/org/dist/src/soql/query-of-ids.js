/** The same fields of the records whose ids are the list bound at `bind`, whatever the query itself asked of them. */
export function queryOfIds(query, bind) {
    const { at } = query;
    return {
        ...query,
        where: {
            kind: "comparison",
            operand: { kind: "field", path: ["Id"], at },
            operator: "IN",
            value: { kind: "bind", bind },
            at,
        },
        scope: null,
        orderBy: [],
        limit: null,
        offset: null,
    };
}
