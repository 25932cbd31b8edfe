/** System.Database: DML and queries as methods. Source: Apex Reference, "Database Class". */
import { QueryLocatorIteratorValue, QueryLocatorValue } from "../../async/query-locator.js";
import { raise } from "../../runtime/exception.js";
import { ApexList } from "../../runtime/list.js";
import { recordsOf } from "../../runtime/operations/org.js";
import { SObjectValue } from "../../runtime/sobject.js";
import { FieldToken } from "../../runtime/tokens.js";
import { queryVariable } from "../../runtime/query-variables.js";
import { transaction } from "../../runtime/transaction.js";
import { platformTypeNamed } from "../../runtime/type.js";
import { platformType } from "../../runtime/behaviour.js";
import { CursorValue } from "../Database/Cursor.js";
import { DmlOptionsValue } from "../Database/DMLOptions.js";
import { DeleteResultValue, EmptyRecycleBinResultValue, MergeResultValue, SaveResultValue, UndeleteResultValue, UpsertResultValue, } from "../Database/Results.js";
import { required } from "../required.js";
import { AccessLevelValue } from "./AccessLevel.js";
function settingsOf(values) {
    const options = values.find((value) => value instanceof DmlOptionsValue);
    const access = values.find((value) => value instanceof AccessLevelValue);
    const field = values.find((value) => value instanceof FieldToken);
    const allOrNone = values.find((value) => typeof value === "boolean") ??
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
function targetsOf(target) {
    if (typeof target === "string")
        return [recordOfId(target)];
    if (target instanceof ApexList && target.items.some((item) => typeof item === "string")) {
        return target.items.map((item) => recordOfId(String(item)));
    }
    return recordsOf(target);
}
function recordOfId(id) {
    const describe = transaction().host.schema.objectByKeyPrefix(id.slice(0, 3));
    if (describe === undefined)
        return raise("System.StringException", `Invalid id: ${id}`);
    const record = new SObjectValue(describe);
    record.values.set("Id", id);
    return record;
}
function run(operation, records, losers, values) {
    return transaction().host.data.dml({
        operation,
        records,
        losers,
        sharing: "caller",
        ...settingsOf(values),
    });
}
function dml(operation, resultClass) {
    const type = platformTypeNamed(`Database.${resultClass.name.replace("Value", "")}`);
    return (target, ...values) => {
        const results = run(operation, targetsOf(target), [], values).map((outcome) => new resultClass(outcome));
        return target instanceof ApexList ? new ApexList(type, results) : results[0];
    };
}
function merge(master, losers, ...values) {
    const targets = targetsOf(losers);
    const [outcome] = run("merge", [required(master)], targets, values);
    const ids = targets.map((record) => record.id ?? "");
    const result = new MergeResultValue(outcome ?? { id: null, isSuccess: false, isCreated: false, errors: [] }, ids);
    return losers instanceof ApexList
        ? new ApexList(platformTypeNamed("Database.MergeResult"), [result])
        : result;
}
function emptyRecycleBin(target) {
    const ids = targetsOf(target).map((record) => record.id ?? "");
    const results = transaction()
        .host.data.emptyRecycleBin(ids)
        .map((outcome) => new EmptyRecycleBinResultValue(outcome));
    return target instanceof ApexList
        ? new ApexList(platformTypeNamed("Database.EmptyRecycleBinResult"), results)
        : results[0];
}
function accessOf(access) {
    return { access: access?.mode ?? null, sharing: "caller" };
}
function fromMap(binds) {
    const values = new Map([...binds.entries()].map(([name, value]) => [String(name).toLowerCase(), value]));
    return (name) => values.has(name.toLowerCase())
        ? values.get(name.toLowerCase())
        : raise("System.QueryException", `Key '${name}' does not exist in the bindMap`);
}
function queryText(text, bind, access) {
    return transaction().host.data.queryText(required(text), bind, accessOf(access));
}
function locator(source, access) {
    return typeof source === "string"
        ? new QueryLocatorValue(source, queryText(source, queryVariable, access))
        : new QueryLocatorValue("", source);
}
function cursor(text, bind, access) {
    return new CursorValue(transaction().host.data.openCursor(required(text), bind, accessOf(access)));
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
        emptyRecycleBin,
        query: (text, access) => queryText(text, queryVariable, access),
        queryWithBinds: (text, binds, access) => queryText(text, fromMap(required(binds)), access),
        countQuery: (text, access) => transaction().host.data.countText(required(text), queryVariable, accessOf(access)),
        countQueryWithBinds: (text, binds, access) => transaction().host.data.countText(required(text), fromMap(required(binds)), accessOf(access)),
        getQueryLocator: locator,
        getQueryLocatorWithBinds: (text, binds, access) => new QueryLocatorValue(text, queryText(text, fromMap(required(binds)), access)),
        getCursor: (text, access) => cursor(text, queryVariable, access),
        getCursorWithBinds: (text, binds, access) => cursor(text, fromMap(required(binds)), access),
        executeBatch: (batch, scope = null) => transaction().host.jobs.executeBatch(required(batch), scope ?? 0),
        setSavepoint: () => transaction().host.data.savepoint(),
        rollback: (savepoint) => transaction().host.data.rollback(required(savepoint)),
        releaseSavepoint: (savepoint) => transaction().host.data.releaseSavepoint(required(savepoint)),
    },
});
export const queryLocatorBehaviour = platformType({
    type: "Database.QueryLocator",
    implementation: QueryLocatorValue,
    methods: {
        getQuery: (value) => value.query,
        iterator: (value) => new QueryLocatorIteratorValue(value.records.items),
        querymore: (value, size) => new ApexList(value.records.element, value.records.items.slice(0, size)),
    },
});
export const queryLocatorIteratorBehaviour = platformType({
    type: "Database.QueryLocatorIterator",
    implementation: QueryLocatorIteratorValue,
    methods: {
        hasNext: (iterator) => iterator.hasNext(),
        next: (iterator) => iterator.hasNext()
            ? iterator.next()
            : raise("System.NoSuchElementException", "Iterator has no more elements"),
    },
});
