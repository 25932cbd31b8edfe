const OPTIONS = new WeakMap();
export function recordOptions(record) {
    return OPTIONS.get(record) ?? null;
}
export function setRecordOptions(record, options) {
    if (options === null)
        OPTIONS.delete(record);
    else
        OPTIONS.set(record, options);
}
