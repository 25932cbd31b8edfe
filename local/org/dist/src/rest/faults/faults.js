/** Failures made on purpose, so that whoever talks to this org can be seen to cope. A real org has no such thing. */
export function standingFaults() {
    const standing = new Map();
    let lastId = 0;
    return {
        add(fault) {
            lastId += 1;
            const added = { id: String(lastId), fault, remaining: fault.count };
            standing.set(added.id, added);
            return added;
        },
        standing: () => [...standing.values()],
        clear: (id) => standing.delete(id),
        clearAll: () => standing.clear(),
        strike(kind) {
            for (const { id, fault, remaining } of standing.values()) {
                if (!isOfKind(fault, kind))
                    continue;
                if (remaining === 1)
                    standing.delete(id);
                else if (remaining !== null)
                    standing.set(id, { id, fault, remaining: remaining - 1 });
                return fault;
            }
            return null;
        },
    };
}
function isOfKind(fault, kind) {
    return fault.kind === kind;
}
