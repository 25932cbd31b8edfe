const TIMESTAMPS = new Set(["CreatedDate", "CreatedById", "LastModifiedDate", "LastModifiedById"]);
export function cloneRecord(record, options) {
    const cloned = record.copy();
    cloned.isClone = true;
    cloned.cloneSourceId = record.id;
    for (const name of [...cloned.values.keys()]) {
        const isDropped = (name === "Id" && !options.keepId) ||
            (TIMESTAMPS.has(name) && !options.keepReadonlyTimestamps) ||
            (!options.keepAutonumber && (record.fieldDescribe(name)?.autoNumberFormat ?? null) !== null);
        if (isDropped)
            cloned.values.delete(name);
    }
    return cloned;
}
