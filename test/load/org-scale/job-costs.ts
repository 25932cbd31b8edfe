/** What jobs cost: of each class the sum over its transactions, and the most any one of them used. */
import type { TransactionUsage } from "../../../local/org/src/async/transaction-usage.ts";
import type { LimitName } from "../../../local/org/src/runtime/limits.ts";

/** What is counted of a transaction and has a limit. */
export const COUNTED = ["queries", "queryRows", "dmlStatements", "dmlRows"] as const;

export interface JobCost {
  readonly name: string;
  readonly transactions: number;
  /** Those that did not come to their end. */
  readonly failed: number;
  readonly wallMs: number;
  readonly sum: Work;
  /** By what is counted, and CPU time and heap: the transaction that used most of it. */
  readonly largest: ReadonlyMap<LimitName, number>;
  readonly allowed: ReadonlyMap<LimitName, number>;
}

/** What grows with the rows a job is about. */
export interface Work {
  readonly transactions: number;
  readonly queries: number;
  /** Brought by queries, locators included. */
  readonly rows: number;
  /** Looked at by queries. */
  readonly examined: number;
  readonly dmlRows: number;
  readonly cpuMs: number;
}

const NO_WORK: Work = { transactions: 0, queries: 0, rows: 0, examined: 0, dmlRows: 0, cpuMs: 0 };

/** By class, in the order in which they first ran; events and anonymous blocks by what kind they are. */
export function costsOf(usages: readonly TransactionUsage[]): readonly JobCost[] {
  const byName = new Map<string, TransactionUsage[]>();
  for (const usage of usages) {
    const name = usage.entryPoint === "" ? usage.quiddity : usage.entryPoint;
    const known = byName.get(name);
    if (known === undefined) byName.set(name, [usage]);
    else known.push(usage);
  }
  return [...byName].map(([name, each]) => ({
    name,
    transactions: each.length,
    failed: each.filter(({ isCommitted }) => !isCommitted).length,
    wallMs: each.reduce((sum, { wallMs }) => sum + wallMs, 0),
    sum: workOf(each),
    largest: new Map<LimitName, number>([
      ...COUNTED.map((limit) => [limit, most(each, ({ limits }) => limits.used(limit))] as const),
      ["cpuTime", most(each, ({ cpuMs }) => cpuMs)],
      ["heapSize", most(each, ({ heapBytes }) => heapBytes)],
    ]),
    allowed: new Map(
      [...COUNTED, "cpuTime" as const, "heapSize" as const].map((limit) => [
        limit,
        Math.min(...each.map(({ limits }) => limits.maximum(limit))),
      ]),
    ),
  }));
}

export function workOf(usages: readonly TransactionUsage[]): Work {
  return usages.reduce(
    (sum, { limits, rowsExamined, cpuMs }) => ({
      transactions: sum.transactions + 1,
      queries: sum.queries + limits.used("queries"),
      rows: sum.rows + limits.used("queryRows") + limits.used("queryLocatorRows"),
      examined: sum.examined + rowsExamined,
      dmlRows: sum.dmlRows + limits.used("dmlRows"),
      cpuMs: sum.cpuMs + cpuMs,
    }),
    NO_WORK,
  );
}

function most(
  usages: readonly TransactionUsage[],
  of: (usage: TransactionUsage) => number,
): number {
  return usages.reduce((largest, usage) => Math.max(largest, of(usage)), 0);
}

/** The share of its limit that the most used one took, 0 to 1. */
export function tightest({ largest, allowed }: JobCost): number {
  return Math.max(...[...largest].map(([limit, used]) => used / (allowed.get(limit) ?? used)));
}
