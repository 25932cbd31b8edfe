/** ApexPages.StandardController. Source: Apex Reference, "StandardController Class". */
import { raise } from "../../runtime/exception.js";
import { transaction } from "../../runtime/transaction.js";
import { platformType } from "../../runtime/behaviour.js";
import { PageReferenceValue } from "../pages/page-reference.js";
import { required } from "../required.js";
export class StandardControllerValue {
    record;
    constructor(record) {
        this.record = record;
    }
    get page() {
        return new PageReferenceValue(`/${this.record.id ?? ""}`);
    }
}
/** As the running user may, as standard pages do. */
export function saveAs(operation, records) {
    transaction().host.data.dml({
        operation,
        records,
        losers: [],
        allOrNone: true,
        access: "user",
        sharing: "with",
        externalIdField: null,
        options: { allowFieldTruncation: false, duplicateRuleAllowSave: false },
    });
}
function save(controller) {
    saveAs(controller.record.id === null ? "insert" : "update", [controller.record]);
    return controller.page;
}
/** The object's own list. */
function remove({ record }) {
    saveAs("delete", [record]);
    return new PageReferenceValue(`/${record.describe.keyPrefix ?? ""}/o`);
}
/** Fields are added before a page reads the record; in a test there is no page. */
function addFields() {
    if (transaction().isTest)
        raise("System.SObjectException", "You cannot call addFields when the data is being passed into the controller by the caller.");
}
export const standardControllerBehaviour = platformType({
    type: "ApexPages.StandardController",
    implementation: StandardControllerValue,
    constructors: {
        new: (record) => new StandardControllerValue(required(record)),
    },
    methods: {
        addFields,
        cancel: (controller) => controller.page,
        delete: remove,
        edit: ({ record }) => new PageReferenceValue(`/${record.id ?? ""}/e`),
        getId: ({ record }) => record.id,
        getRecord: ({ record }) => record,
        save,
        view: (controller) => controller.page,
    },
});
