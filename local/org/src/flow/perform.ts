/** Carries out what interviews ask for: queries, DML and Apex actions of the running transaction, counted against its limits. */
import { ApexException, isUncatchable } from "../runtime/exception.ts";
import type { AccessMode, Sharing } from "../runtime/host.ts";
import { ApexMap } from "../runtime/map.ts";
import type { SObjectValue } from "../runtime/sobject.ts";
import { transaction } from "../runtime/transaction.ts";
import { OBJECT, STRING } from "../runtime/type.ts";
import { callApexAction } from "../platform/invocable-action/apex-action.ts";
import type { FlowAnswer, FlowEffect, RecordQuery } from "./effects.ts";
import { queryOf } from "./record-query.ts";
import type { Performer } from "./run-interviews.ts";

/** With whose rights a flow reads and writes. */
export interface FlowMode {
  readonly access: AccessMode;
  readonly sharing: Sharing;
}

type Of<Kind extends FlowEffect["kind"]> = Extract<FlowEffect, { kind: Kind }>;

export function performer(mode: FlowMode): Performer {
  return (effects) => {
    const queries = effects.filter((effect) => effect.kind === "query");
    if (queries.length > 0) return queries.map((effect, index) => query(effect, mode, index > 0));
    const writes = effects.filter((effect) => effect.kind === "write");
    if (writes.length > 0) return write(writes, mode);
    return callAction(effects.filter((effect) => effect.kind === "apexAction"));
  };
}

// ── Queries ──

/** Interviews at the same element share one query of the limits. */
function query({ query: of, verb }: Of<"query">, mode: FlowMode, isShared: boolean): FlowAnswer {
  try {
    return { kind: "records", records: recordsOf(of, mode, isShared) };
  } catch (thrown) {
    return faultOf(thrown, (exception) => recordFault(verb, exception.message ?? ""));
  }
}

export function recordsOf(
  of: RecordQuery,
  mode: FlowMode,
  isShared = false,
): readonly SObjectValue[] {
  const { data, schema } = transaction().host;
  const describe = schema.object(of.object);
  if (describe === undefined) throw new Error(`no object ${of.object}`);
  const { text, binds } = queryOf(of, describe);
  return data.queryText(text, (name) => binds.get(name) ?? null, { ...mode, isShared }).items;
}

// ── DML ──

/**
 * One statement for all of them. Where that fails each is tried alone, so that only those fail that cannot be saved; what one interview
 * writes at an element is written whole or not at all.
 */
function write(effects: readonly Of<"write">[], mode: FlowMode): readonly FlowAnswer[] {
  const all = effects.flatMap(({ records }) => records);
  if (effects.length > 1 && isWithoutRepetition(all)) {
    const together = attempt(effects[0]?.operation ?? "update", all, mode);
    if (together.kind === "written") return effects.map(() => together);
  }
  return effects.map(({ operation, records }) => attempt(operation, records, mode));
}

function isWithoutRepetition(records: readonly SObjectValue[]): boolean {
  const ids = records.flatMap(({ id }) => id ?? []);
  return new Set(ids).size === ids.length;
}

const VERBS = { insert: "create", update: "update", delete: "delete" } as const;

function attempt(
  operation: "insert" | "update" | "delete",
  records: readonly SObjectValue[],
  { access, sharing }: FlowMode,
): FlowAnswer {
  try {
    transaction().host.data.dml({
      operation,
      records,
      losers: [],
      allOrNone: true,
      access,
      sharing,
      externalIdField: null,
      options: { allowFieldTruncation: false, duplicateRuleAllowSave: false },
    });
    return { kind: "written" };
  } catch (thrown) {
    return faultOf(thrown, ({ failures, message }) => {
      const details = failures.map((failure) => `${failure.statusCode}: ${failure.message}`);
      return (details.length === 0 ? [message ?? ""] : details)
        .map((detail) => recordFault(VERBS[operation], detail))
        .join("---");
    });
  }
}

/** As people read it in faults of flows. */
function recordFault(verb: string, details: string): string {
  return `This error occurred when the flow tried to ${verb} records: ${details}. You can look up ExceptionCode values in the SOAP API Developer Guide.`;
}

// ── Apex ──

function callAction(effects: readonly Of<"apexAction">[]): readonly FlowAnswer[] {
  const [first] = effects;
  if (first === undefined) return [];
  const invocations = effects.map(
    ({ inputs }) => new ApexMap<string, unknown>(STRING, OBJECT, inputs),
  );
  try {
    return callApexAction(first.className, invocations).map((outputs) => ({
      kind: "outputs",
      outputs: new Map(outputs.entries()),
    }));
  } catch (thrown) {
    const fault = faultOf(thrown, (exception) => `An Apex error occurred: ${exception.headline}`);
    return effects.map(() => fault);
  }
}

/** What no fault path can take comes through: limits, failed assertions, faults of this org. */
function faultOf(thrown: unknown, messageOf: (exception: ApexException) => string): FlowAnswer {
  if (!(thrown instanceof ApexException) || isUncatchable(thrown)) throw thrown;
  return { kind: "fault", message: messageOf(thrown) };
}
