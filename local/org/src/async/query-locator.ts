import type { ApexList } from "../runtime/list.ts";
import type { SObjectValue } from "../runtime/sobject.ts";

/** Database.QueryLocator: a query with its records, up to 50 million of them on the platform. */
export class QueryLocatorValue {
  readonly query: string;
  readonly records: ApexList<SObjectValue>;

  constructor(query: string, records: ApexList<SObjectValue>) {
    this.query = query;
    this.records = records;
  }
}

/** Database.QueryLocatorIterator. */
export class QueryLocatorIteratorValue {
  private readonly records: readonly SObjectValue[];
  private position = 0;

  constructor(records: readonly SObjectValue[]) {
    this.records = records;
  }

  hasNext(): boolean {
    return this.position < this.records.length;
  }

  next(): SObjectValue | undefined {
    const record = this.records[this.position];
    this.position += 1;
    return record;
  }

  *[Symbol.iterator](): Generator<SObjectValue, void, undefined> {
    for (let record = this.next(); record !== undefined; record = this.next()) yield record;
  }
}
