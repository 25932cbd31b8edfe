/** System.Limits. Source: Apex Reference, "Limits Class"; counters are runtime/limits.ts. */
import type { LimitName } from "../../runtime/limits.ts";
import { threadCpuMs } from "../../runtime/thread-cpu.ts";
import { transaction } from "../../runtime/transaction.ts";
import { platformType, type Behaviour } from "../../runtime/behaviour.ts";

/** By the part of the method's name after `get` and `getLimit`. */
const COUNTED: Readonly<Record<string, LimitName>> = {
  AggregateQueries: "aggregateQueries",
  ApexPaginationCursorRows: "paginationCursorRows",
  ApexPaginationCursors: "paginationCursors",
  ApexCursorRows: "cursorRows",
  ApexCursors: "cursors",
  Callouts: "callouts",
  CpuTime: "cpuTime",
  DmlRows: "dmlRows",
  DmlStatements: "dmlStatements",
  EmailInvocations: "emailInvocations",
  FetchCallsOnApexCursor: "cursorFetches",
  FutureCalls: "futureCalls",
  HeapSize: "heapSize",
  MobilePushApexCalls: "mobilePushCalls",
  PublishImmediateDML: "publishImmediateDml",
  Queries: "queries",
  QueryLocatorRows: "queryLocatorRows",
  QueryRows: "queryRows",
  QueueableJobs: "queueableJobs",
  SoslQueries: "soslQueries",
};

/** What nothing in this org uses up, or what the platform no longer counts: nothing used, of so many. */
const UNCOUNTED: Readonly<Record<string, number>> = {
  AsyncCalls: 200,
  ChildRelationshipsDescribes: 100,
  DatabaseTime: 120_000,
  FieldSetsDescribes: 100,
  FieldsDescribes: 100,
  FindSimilarCalls: 10,
  PicklistDescribes: 100,
  RecordTypesDescribes: 100,
  RunAs: 150,
  SavepointRollbacks: 150,
  Savepoints: 150,
  ScriptStatements: 200_000,
};

function used(name: LimitName): number {
  const { limits, cpuStartMs, heap } = transaction();
  switch (name) {
    case "cpuTime":
      return Math.round(threadCpuMs() - cpuStartMs);
    case "heapSize":
      return heap.used;
    default:
      return limits.used(name);
  }
}

function counted([method, name]: readonly [string, LimitName]): [string, Behaviour][] {
  return [
    [`get${method}`, () => used(name)],
    [`getLimit${method}`, () => transaction().limits.maximum(name)],
  ];
}

function uncounted([method, maximum]: readonly [string, number]): [string, Behaviour][] {
  return [
    [`get${method}`, () => 0],
    [`getLimit${method}`, () => maximum],
  ];
}

export const limitsBehaviour = platformType({
  type: "System.Limits",
  statics: Object.fromEntries([
    ...Object.entries(COUNTED).flatMap(counted),
    ...Object.entries(UNCOUNTED).flatMap(uncounted),
  ]),
});
