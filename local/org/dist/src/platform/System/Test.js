/** System.Test. Source: Apex Reference, "Test Class". */
import { readFileSync } from "node:fs";
import { loadedRecords } from "../test-data.js";
import { raise } from "../../runtime/exception.js";
import { Limits } from "../../runtime/limits.js";
import { ApexList } from "../../runtime/list.js";
import { transaction } from "../../runtime/transaction.js";
import { sobjectType } from "../../runtime/type.js";
import { FIXED_SEARCH_RESULTS } from "../../soql/search.js";
import { platformType } from "../../runtime/behaviour.js";
import { required } from "../required.js";
import { testInstall, testUninstall } from "../test-install.js";
import { setMock } from "../test-mocks.js";
import { TestBrokerValue } from "./EventBus.js";
const KEY = Symbol("test bounds");
function boundsOf(running) {
    return running.attachment(KEY, () => ({ state: "before", outer: null }));
}
function testTransaction(method) {
    const running = transaction();
    if (!running.isTest)
        raise("System.TypeException", `Test.${method} can only be called from a test method`);
    return running;
}
function startTest() {
    const running = testTransaction("startTest");
    const bounds = boundsOf(running);
    if (bounds.state !== "before")
        raise("System.FinalException", "Testing already started");
    bounds.state = "started";
    bounds.outer = running.limits;
    running.limits = new Limits(false);
}
/** Jobs run first, then what they and the test published is delivered. */
function stopTest() {
    const running = testTransaction("stopTest");
    const bounds = boundsOf(running);
    if (bounds.state !== "started")
        raise("System.FinalException", "Testing has not started");
    bounds.state = "stopped";
    try {
        running.host.events.deliverInTest();
        running.host.jobs.runInTest();
        running.host.events.deliverInTest();
    }
    finally {
        running.limits = bounds.outer ?? running.limits;
    }
}
function loadData(token, resource) {
    const { host } = transaction();
    const path = host.schema.staticResources.get(required(resource));
    if (path === undefined)
        raise("System.QueryException", `Static Resource not found: ${resource}`);
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
/** Source: Apex Reference, Test.getStandardPricebookId: the same in every test. */
const STANDARD_PRICEBOOK_ID = "01s000000000001AAA";
export const testBehaviour = platformType({
    type: "System.Test",
    statics: {
        isRunningTest: () => transaction().isTest,
        startTest,
        stopTest,
        getEventBus: () => new TestBrokerValue(),
        setMock: (type, mock) => setMock(testTransaction("setMock"), required(type), required(mock)),
        setCreatedDate: (id, date) => transaction().host.data.setCreatedDate(required(id), required(date).epochMs),
        setFixedSearchResults: (ids) => {
            testTransaction("setFixedSearchResults").attachments.set(FIXED_SEARCH_RESULTS, [
                ...required(ids),
            ]);
        },
        loadData,
        testInstall: (script, version, isPush) => testInstall(required(script), version, isPush),
        testUninstall: (script) => testUninstall(required(script)),
        getStandardPricebookId: () => STANDARD_PRICEBOOK_ID,
        calculatePermissionSetGroup: () => undefined,
        enableChangeDataCapture: () => undefined,
    },
});
