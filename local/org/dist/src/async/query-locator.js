/** Database.QueryLocator: a query with its records, up to 50 million of them on the platform. */
export class QueryLocatorValue {
    query;
    records;
    constructor(query, records) {
        this.query = query;
        this.records = records;
    }
}
/** Database.QueryLocatorIterator. */
export class QueryLocatorIteratorValue {
    records;
    position = 0;
    constructor(records) {
        this.records = records;
    }
    hasNext() {
        return this.position < this.records.length;
    }
    next() {
        const record = this.records[this.position];
        this.position += 1;
        return record;
    }
}
