/** System.Database: DML and queries as methods. Source: Apex Reference, "Database Class". */
import { QueryLocatorIteratorValue, QueryLocatorValue } from "../../async/query-locator.ts";
import { raise } from "../../runtime/exception.ts";
import type { DmlOutcome, DmlRequest, Savepoint } from "../../runtime/host.ts";
import { ApexList } from "../../runtime/list.ts";
import { locating } from "../../runtime/locating.ts";
import type { ApexMap } from "../../runtime/map.ts";
import type { ApexObject } from "../../runtime/object.ts";
import { recordsOf } from "../../runtime/operations/org.ts";
import { SObjectValue } from "../../runtime/sobject.ts";
import { FieldToken } from "../../runtime/tokens.ts";
import { queryVariable } from "../../runtime/query-variables.ts";
import { transaction } from "../../runtime/transaction.ts";
import { platformTypeNamed } from "../../runtime/type.ts";
import type { DmlOperation } from "../../syntax/ast.ts";
import { platformType } from "../../runtime/behaviour.ts";
import { CursorValue } from "../Database/Cursor.ts";
import { PaginationCursorValue } from "../Database/PaginationCursor.ts";
import { conversionOf } from "../Database/LeadConvert.ts";
import { newLeadConvertResult } from "../Database/LeadConvertResult.ts";
import { PlainValue } from "../plain-type.ts";
import { DmlOptionsValue } from "../Database/DMLOptions.ts";
import {
  databaseErrors,
  DeleteResultValue,
  EmptyRecycleBinResultValue,
  MergeResultValue,
  SaveResultValue,
  UndeleteResultValue,
  UpsertResultValue,
} from "../Database/Results.ts";
import { required } from "../required.ts";
import { AccessLevelValue } from "./AccessLevel.ts";

type Result = new (outcome: DmlOutcome) => object;

/** The arguments after the records, in any order: allOrNone, options, access level, external id field. */
interface Settings {
  readonly allOrNone: boolean;
  readonly access: "user" | "system";
  readonly externalIdField: string | null;
  readonly options: DmlRequest["options"];
}

function settingsOf(values: readonly unknown[]): Settings {
  const options = values.find((value) => value instanceof DmlOptionsValue);
  const access = values.find((value) => value instanceof AccessLevelValue);
  const field = values.find((value) => value instanceof FieldToken);
  const allOrNone =
    values.find((value) => typeof value === "boolean") ??
    options?.optAllOrNone ??
    options === undefined;
  return {
    allOrNone,
    access: access?.mode ?? "system",
    externalIdField: field?.describe.name ?? null,
    options: {
      allowFieldTruncation: options?.allowFieldTruncation === true,
      duplicateRuleAllowSave: options?.duplicateRuleHeader.allowSave === true,
    },
  };
}

/** Records from records or ids. */
function targetsOf(target: unknown): SObjectValue[] {
  if (typeof target === "string") return [recordOfId(target)];
  if (target instanceof ApexList && target.items.some((item) => typeof item === "string")) {
    return target.items.map((item) => recordOfId(String(item)));
  }
  return recordsOf(target);
}

function recordOfId(id: string): SObjectValue {
  const describe = transaction().host.schema.objectByKeyPrefix(id.slice(0, 3));
  if (describe === undefined) return raise("System.StringException", `Invalid id: ${id}`);
  const record = new SObjectValue(describe);
  record.values.set("Id", id);
  return record;
}

function run(
  operation: DmlOperation,
  records: readonly SObjectValue[],
  losers: readonly SObjectValue[],
  values: readonly unknown[],
): readonly DmlOutcome[] {
  return transaction().host.data.dml({
    operation,
    records,
    losers,
    sharing: "caller",
    ...settingsOf(values),
  });
}

function dml(
  operation: DmlOperation,
  resultClass: Result,
): (target: unknown, ...values: readonly unknown[]) => unknown {
  const type = platformTypeNamed(`Database.${resultClass.name.replace("Value", "")}`);
  return (target, ...values) => {
    const results = run(operation, targetsOf(target), [], values).map(
      (outcome) => new resultClass(outcome),
    );
    return target instanceof ApexList ? new ApexList(type, results) : results[0];
  };
}

function merge(master: SObjectValue, losers: unknown, ...values: readonly unknown[]): unknown {
  const targets = targetsOf(losers);
  const [outcome] = run("merge", [required(master)], targets, values);
  const ids = targets.map((record) => record.id ?? "");
  const result = new MergeResultValue(
    outcome ?? { id: null, isSuccess: false, isCreated: false, errors: [] },
    ids,
  );
  return losers instanceof ApexList
    ? new ApexList(platformTypeNamed("Database.MergeResult"), [result])
    : result;
}

function emptyRecycleBin(target: unknown): unknown {
  const ids = targetsOf(target).map((record) => record.id ?? "");
  const results = transaction()
    .host.data.emptyRecycleBin(ids)
    .map((outcome) => new EmptyRecycleBinResultValue(outcome));
  return target instanceof ApexList
    ? new ApexList(platformTypeNamed("Database.EmptyRecycleBinResult"), results)
    : results[0];
}

function accessOf(access: AccessLevelValue | undefined): {
  readonly access: "user" | "system" | null;
  readonly sharing: "caller";
} {
  return { access: access?.mode ?? null, sharing: "caller" };
}

function fromMap(binds: ApexMap): (name: string) => unknown {
  const values = new Map(
    [...binds.entries()].map(([name, value]) => [String(name).toLowerCase(), value]),
  );
  return (name) =>
    values.has(name.toLowerCase())
      ? values.get(name.toLowerCase())
      : raise("System.QueryException", `Key '${name}' does not exist in the bindMap`);
}

function queryText(
  text: string | null,
  bind: (name: string) => unknown,
  access?: AccessLevelValue,
): ApexList<SObjectValue> {
  return transaction().host.data.queryText(required(text), bind, accessOf(access));
}

function locator(
  source: string | ApexList<SObjectValue>,
  access?: AccessLevelValue,
): QueryLocatorValue {
  return typeof source === "string"
    ? new QueryLocatorValue(
        source,
        locating(() => queryText(source, queryVariable, access)),
      )
    : new QueryLocatorValue("", source);
}

function convertLead(target: unknown, ...values: readonly unknown[]): unknown {
  const asked = target instanceof ApexList ? target.items : [target];
  const { allOrNone, access, options } = settingsOf(values);
  const outcomes = transaction().host.data.convertLeads(
    asked.map((each) => conversionOf(each instanceof PlainValue ? each : null)),
    { allOrNone, access, options },
  );
  const results = outcomes.map((outcome) => {
    const result = newLeadConvertResult();
    result.fields.set("LeadId", outcome.leadId);
    result.fields.set("AccountId", outcome.accountId);
    result.fields.set("ContactId", outcome.contactId);
    result.fields.set("OpportunityId", outcome.opportunityId);
    result.fields.set("Success", outcome.errors.length === 0);
    result.fields.set("Errors", databaseErrors(outcome));
    return result;
  });
  return target instanceof ApexList
    ? new ApexList(platformTypeNamed("Database.LeadConvertResult"), results)
    : results[0];
}

function cursor(
  text: string | null,
  bind: (name: string) => unknown,
  access?: AccessLevelValue,
): CursorValue {
  return new CursorValue(
    transaction().host.data.openCursor(required(text), bind, {
      ...accessOf(access),
      isForPages: false,
    }),
  );
}

function paginationCursor(
  text: string | null,
  bind: (name: string) => unknown,
  access?: AccessLevelValue,
): PaginationCursorValue {
  return new PaginationCursorValue(
    transaction().host.data.openCursor(required(text), bind, {
      ...accessOf(access),
      isForPages: true,
    }),
  );
}

export const databaseBehaviour = platformType({
  type: "System.Database",
  statics: {
    insert: dml("insert", SaveResultValue),
    update: dml("update", SaveResultValue),
    upsert: dml("upsert", UpsertResultValue),
    delete: dml("delete", DeleteResultValue),
    undelete: dml("undelete", UndeleteResultValue),
    merge,
    convertLead,
    emptyRecycleBin,
    query: (text: string, access?: AccessLevelValue) => queryText(text, queryVariable, access),
    queryWithBinds: (text: string, binds: ApexMap, access: AccessLevelValue) =>
      queryText(text, fromMap(required(binds)), access),
    countQuery: (text: string, access?: AccessLevelValue) =>
      transaction().host.data.countText(required(text), queryVariable, accessOf(access)),
    countQueryWithBinds: (text: string, binds: ApexMap, access: AccessLevelValue) =>
      transaction().host.data.countText(required(text), fromMap(required(binds)), accessOf(access)),
    getQueryLocator: locator,
    getQueryLocatorWithBinds: (text: string, binds: ApexMap, access: AccessLevelValue) =>
      new QueryLocatorValue(
        text,
        locating(() => queryText(text, fromMap(required(binds)), access)),
      ),
    getCursor: (text: string | null, access?: AccessLevelValue) =>
      cursor(text, queryVariable, access),
    getCursorWithBinds: (text: string | null, binds: ApexMap, access: AccessLevelValue) =>
      cursor(text, fromMap(required(binds)), access),
    getPaginationCursor: (text: string | null, access?: AccessLevelValue) =>
      paginationCursor(text, queryVariable, access),
    getPaginationCursorWithBinds: (text: string | null, binds: ApexMap, access: AccessLevelValue) =>
      paginationCursor(text, fromMap(required(binds)), access),
    executeBatch: (batch: ApexObject, scope: number | null = null) =>
      transaction().host.jobs.executeBatch(required(batch), scope ?? 0),
    setSavepoint: () => transaction().host.data.savepoint(),
    rollback: (savepoint: Savepoint) => transaction().host.data.rollback(required(savepoint)),
    releaseSavepoint: (savepoint: Savepoint) =>
      transaction().host.data.releaseSavepoint(required(savepoint)),
  },
});

export const queryLocatorBehaviour = platformType({
  type: "Database.QueryLocator",
  implementation: QueryLocatorValue,
  methods: {
    getQuery: (value: QueryLocatorValue) => value.query,
    iterator: (value: QueryLocatorValue) => new QueryLocatorIteratorValue(value.records.items),
    querymore: (value: QueryLocatorValue, size: number) =>
      new ApexList(value.records.element, value.records.items.slice(0, size)),
  },
});

export const queryLocatorIteratorBehaviour = platformType({
  type: "Database.QueryLocatorIterator",
  implementation: QueryLocatorIteratorValue,
  methods: {
    hasNext: (iterator: QueryLocatorIteratorValue) => iterator.hasNext(),
    next: (iterator: QueryLocatorIteratorValue) =>
      iterator.hasNext()
        ? iterator.next()
        : raise("System.NoSuchElementException", "Iterator has no more elements"),
  },
});
