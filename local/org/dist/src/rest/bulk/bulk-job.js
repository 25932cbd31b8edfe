export function bulkJobs(mint) {
    let last = 0;
    return {
        ingest: new Map(),
        query: new Map(),
        nextId() {
            last += 1;
            return mint(last);
        },
    };
}
