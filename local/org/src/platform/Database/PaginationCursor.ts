/**
 * Database.PaginationCursor: pages of one size, whatever was deleted meanwhile, and Database.CursorFetchResult.
 * Source: Apex Developer Guide, "Apex Cursors"; Apex Reference, "PaginationCursor Class", "CursorFetchResult Class".
 */
import { raise } from "../../runtime/exception.ts";
import type { RecordCursor } from "../../runtime/host.ts";
import { ApexList } from "../../runtime/list.ts";
import type { SObjectValue } from "../../runtime/sobject.ts";
import { platformType } from "../../runtime/behaviour.ts";
import { SOBJECT } from "../../runtime/type.ts";
import { required } from "../required.ts";

const MAX_PAGE = 2000;

export class PaginationCursorValue {
  readonly records: RecordCursor;

  constructor(records: RecordCursor) {
    this.records = records;
  }
}

export class CursorFetchResultValue {
  readonly records: ApexList<SObjectValue>;
  readonly nextIndex: number;
  readonly deleted: number;
  readonly isDone: boolean;

  constructor(
    records: ApexList<SObjectValue>,
    nextIndex: number,
    deleted: number,
    isDone: boolean,
  ) {
    this.records = records;
    this.nextIndex = nextIndex;
    this.deleted = deleted;
    this.isDone = isDone;
  }
}

/** Deleted records make room for those after them, up to the end. */
function fetchPage(
  { records }: PaginationCursorValue,
  start: number | null,
  pageSize: number | null,
): CursorFetchResultValue {
  const from = required(start);
  const size = required(pageSize);
  if (from < 0 || from > records.size)
    raise("System.InvalidParameterValueException", `Invalid cursor position: ${from}`);
  if (size < 1 || size > MAX_PAGE)
    raise("System.InvalidParameterValueException", `Invalid number of rows to fetch: ${size}`);
  const page: SObjectValue[] = [];
  let at = from;
  while (page.length < size && at < records.size) {
    const count = Math.min(size - page.length, records.size - at);
    page.push(...records.fetch(at, count).items);
    at += count;
  }
  return new CursorFetchResultValue(
    new ApexList(SOBJECT, page),
    at,
    at - from - page.length,
    at >= records.size,
  );
}

export const paginationCursorBehaviour = platformType({
  type: "Database.PaginationCursor",
  implementation: PaginationCursorValue,
  methods: {
    fetchPage,
    getNumRecords: ({ records }: PaginationCursorValue) => records.size,
  },
});

export const cursorFetchResultBehaviour = platformType({
  type: "Database.CursorFetchResult",
  implementation: CursorFetchResultValue,
  methods: {
    getNextIndex: ({ nextIndex }: CursorFetchResultValue) => nextIndex,
    getNumDeletedRecords: ({ deleted }: CursorFetchResultValue) => deleted,
    getRecords: ({ records }: CursorFetchResultValue) => records,
    isDone: ({ isDone }: CursorFetchResultValue) => isDone,
  },
});
