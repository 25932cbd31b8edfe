/** System.Test. Source: Apex Reference, "Test Class". */
import { readFileSync } from "node:fs";
import { loadedRecords } from "../test-data.ts";
import type { ApexDatetime } from "../../runtime/datetime.ts";
import { raise } from "../../runtime/exception.ts";
import { Limits } from "../../runtime/limits.ts";
import { ApexList } from "../../runtime/list.ts";
import type { ApexObject } from "../../runtime/object.ts";
import type { ObjectToken } from "../../runtime/tokens.ts";
import { type Transaction, transaction } from "../../runtime/transaction.ts";
import { sobjectType } from "../../runtime/type.ts";
import type { TypeValue } from "../../runtime/type-value.ts";
import { FIXED_SEARCH_RESULTS } from "../../soql/search.ts";
import { STANDARD_PRICE_BOOK_ID } from "../../store/standard-price-book.ts";
import { platformType } from "../../runtime/behaviour.ts";
import { required } from "../required.ts";
import { testInstall, testUninstall } from "../test-install.ts";
import { setMock } from "../test-mocks.ts";
import type { VersionValue } from "./Version.ts";
import { TestBrokerValue } from "./EventBus.ts";

/** How far a test has come with startTest and stopTest. */
interface TestBounds {
  state: "before" | "started" | "stopped";
  /** The limits of the code around the bounds, while those within run. */
  outer: Limits | null;
}

const KEY = Symbol("test bounds");

function boundsOf(running: Transaction): TestBounds {
  return running.attachment<TestBounds>(KEY, () => ({ state: "before", outer: null }));
}

function testTransaction(method: string): Transaction {
  const running = transaction();
  if (!running.isTest)
    raise("System.TypeException", `Test.${method} can only be called from a test method`);
  return running;
}

function startTest(): void {
  const running = testTransaction("startTest");
  const bounds = boundsOf(running);
  if (bounds.state !== "before") raise("System.FinalException", "Testing already started");
  bounds.state = "started";
  bounds.outer = running.limits;
  running.limits = new Limits(false);
}

/** Jobs run first, then what they and the test published is delivered. */
function stopTest(): void {
  const running = testTransaction("stopTest");
  const bounds = boundsOf(running);
  if (bounds.state !== "started") raise("System.FinalException", "Testing has not started");
  bounds.state = "stopped";
  try {
    running.host.events.deliverInTest();
    running.host.jobs.runInTest();
    running.host.events.deliverInTest();
  } finally {
    running.limits = bounds.outer ?? running.limits;
  }
}

function loadData(token: ObjectToken, resource: string): unknown {
  const { host } = transaction();
  const path = host.schema.staticResources.get(required(resource));
  if (path === undefined) raise("System.QueryException", `Static Resource not found: ${resource}`);
  const records = loadedRecords(token.describe, readFileSync(path, "utf8"));
  host.data.dml({
    operation: "insert",
    records,
    losers: [],
    allOrNone: true,
    access: "system",
    sharing: "without",
    externalIdField: null,
    options: { allowFieldTruncation: false, duplicateRuleAllowSave: true },
  });
  return new ApexList(sobjectType(token.describe.name), records);
}

export const testBehaviour = platformType({
  type: "System.Test",
  statics: {
    isRunningTest: () => transaction().isTest,
    startTest,
    stopTest,
    getEventBus: () => new TestBrokerValue(),
    setMock: (type: TypeValue, mock: unknown) =>
      setMock(testTransaction("setMock"), required(type), required(mock)),
    setCreatedDate: (id: string, date: ApexDatetime) =>
      transaction().host.data.setCreatedDate(required(id), required(date).epochMs),
    setFixedSearchResults: (ids: ApexList<string>) => {
      testTransaction("setFixedSearchResults").attachments.set(FIXED_SEARCH_RESULTS, [
        ...required(ids),
      ]);
    },
    loadData,
    testInstall: (script: ApexObject, version: VersionValue | null, isPush?: boolean) =>
      testInstall(required(script), version, isPush),
    testUninstall: (script: ApexObject) => testUninstall(required(script)),
    getStandardPricebookId: () => STANDARD_PRICE_BOOK_ID,
    calculatePermissionSetGroup: () => undefined,
    enableChangeDataCapture: () => undefined,
  },
});
