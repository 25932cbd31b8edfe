import { raise, type ApexException } from "../runtime/exception.ts";
import { charge, uncharged } from "../runtime/heap/charge.ts";
import { ValueSizes } from "../runtime/heap/value-size.ts";
import { apexExceptionOf } from "../runtime/javascript-errors.ts";
import { ApexList } from "../runtime/list.ts";
import { callMethod } from "../runtime/object.ts";
import { iterate } from "../runtime/operations/collections.ts";
import { runtimeTypeOf } from "../runtime/runtime-type-of.ts";
import { serializedCopy } from "../runtime/serialized-copy.ts";
import { SObjectValue } from "../runtime/sobject.ts";
import { isInTest } from "../runtime/transaction.ts";
import { OBJECT, SOBJECT, sameRuntimeType, type RuntimeType } from "../runtime/type.ts";
import type { RowValues } from "../store/row.ts";
import { BatchableContextValue } from "./job-context.ts";
import type { JobParts, JobRequest } from "./job-parts.ts";
import { QueryLocatorValue } from "./query-locator.ts";

/** Source: Apex Developer Guide, Using Batch Apex: the default scope. */
export const DEFAULT_SCOPE = 200;

/** Source: Apex Developer Guide, Using Batch Apex, Testing Batch Apex; Salesforce Help article 000386014 has the text. */
const ONE_SCOPE_IN_TESTS =
  "No more than one executeBatch can be called from within a test method. Please make sure the iterable returned from your start method matches the batch size, resulting in one executeBatch invocation.";

/**
 * Runs a batch: start, one transaction per scope, finish. Between them the job is serialized; without Database.Stateful each begins with it
 * as it was when it was enqueued. A scope that fails is rolled back alone.
 */
export function runBatch(parts: JobParts, request: JobRequest, scope: number): void {
  const { runner, rows } = parts;
  const { id } = request;
  const context = new BatchableContextValue(id, null);
  let job = serializedCopy(request.job);
  const isStateful = job.$class.ancestors.has("database.stateful");
  rows.update(id, { Status: "Preparing" });
  const serialize = (): void => {
    job = serializedCopy(isStateful ? job : request.job);
  };
  const failures: { readonly exception: ApexException; readonly thrown: unknown }[] = [];
  const guarded = (work: () => void): boolean => {
    try {
      runner.run(request.user, "BATCH_APEX", work, job.$class.name);
      return true;
    } catch (thrown) {
      const exception = apexExceptionOf(thrown);
      if (exception === null) throw thrown;
      failures.push({ exception, thrown });
      parts.log(`batch ${id} failed: ${exception.headline}\n${exception.stackTraceText}`);
      return false;
    }
  };

  let chunks: readonly ApexList[] = [];
  const started = guarded(() => {
    chunks = chunksOf(callMethod(job, "Database.Batchable.start", context), scope);
    if (chunks.length > 1 && isInTest()) raise("System.UnexpectedException", ONE_SCOPE_IN_TESTS);
  });
  if (started) {
    rows.update(id, { Status: "Processing", TotalJobItems: chunks.length });
    for (const [index, chunk] of chunks.entries()) {
      serialize();
      const isDone = guarded(() => {
        // Fetched for this scope, whose heap they are on.
        charge(sizeOf(chunk));
        callMethod(job, "Database.Batchable.execute", context, chunk);
      });
      rows.update(id, { JobItemsProcessed: index + 1, NumberOfErrors: failures.length });
      recordWorker(parts, request, isDone);
    }
  }
  const outcome = (): RowValues => ({
    NumberOfErrors: failures.length,
    ExtendedStatus: firstError(failures[0]?.exception),
  });
  // The finish method finds its job at an end. Source: Apex Developer Guide, "Using Batch Apex", whose example sends its status.
  rows.update(id, {
    ...outcome(),
    Status: started ? "Completed" : "Failed",
    CompletedDate: rows.moment(),
  });
  if (started) {
    serialize();
    const isFinished = guarded(() => {
      callMethod(job, "Database.Batchable.finish", context);
    });
    if (!isFinished) rows.update(id, outcome());
  }
  const [first] = failures;
  if (first !== undefined) throw first.thrown;
}

function firstError(exception: ApexException | undefined): string | null {
  return exception === undefined ? null : `First error: ${exception.message ?? ""}`.slice(0, 255);
}

/** Each scope has a row of its own. Source: Object Reference, AsyncApexJob.JobType, BatchApexWorker. */
function recordWorker({ rows }: JobParts, { id, user }: JobRequest, isDone: boolean): void {
  rows.create(
    "AsyncApexJob",
    {
      JobType: "BatchApexWorker",
      Status: isDone ? "Completed" : "Failed",
      ApexClassId: rows.field(id, "ApexClassId"),
      ParentJobId: id,
      TotalJobItems: 0,
      JobItemsProcessed: 0,
      NumberOfErrors: 0,
      CompletedDate: rows.moment(),
    },
    user.id,
  );
}

function sizeOf(chunk: ApexList): number {
  const sizes = new ValueSizes();
  sizes.add(chunk);
  return sizes.bytes;
}

function chunksOf(started: unknown, scope: number): readonly ApexList[] {
  const { element, items } = itemsOf(started);
  return uncharged(() => {
    const chunks: ApexList[] = [];
    for (let start = 0; start < items.length; start += scope)
      chunks.push(new ApexList(element, items.slice(start, start + scope)));
    return chunks;
  });
}

function itemsOf(started: unknown): {
  readonly element: RuntimeType;
  readonly items: readonly unknown[];
} {
  if (started instanceof QueryLocatorValue)
    return { element: started.records.element, items: started.records.items };
  if (started instanceof ApexList) return started;
  if (started === null || started === undefined)
    return raise("System.UnexpectedException", "Batch start method returned null");
  const items = [...iterate(started)];
  return { element: commonType(items), items };
}

/** What all of them are; records are of any object, as an Iterable does not say which. */
function commonType(items: readonly unknown[]): RuntimeType {
  if (items.every((item) => item instanceof SObjectValue)) return SOBJECT;
  const [first = OBJECT, ...others] = items.map(runtimeTypeOf);
  return others.every((other) => sameRuntimeType(first, other)) ? first : OBJECT;
}
