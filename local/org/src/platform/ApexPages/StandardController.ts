/** ApexPages.StandardController. Source: Apex Reference, "StandardController Class". */
import { raise } from "../../runtime/exception.ts";
import type { SObjectValue } from "../../runtime/sobject.ts";
import { transaction } from "../../runtime/transaction.ts";
import type { DmlOperation } from "../../syntax/ast.ts";
import { platformType } from "../../runtime/behaviour.ts";
import { PageReferenceValue } from "../pages/page-reference.ts";
import { required } from "../required.ts";

export class StandardControllerValue {
  readonly record: SObjectValue;

  constructor(record: SObjectValue) {
    this.record = record;
  }

  get page(): PageReferenceValue {
    return new PageReferenceValue(`/${this.record.id ?? ""}`);
  }
}

/** As the running user may, as standard pages do. */
export function saveAs(operation: DmlOperation, records: readonly SObjectValue[]): void {
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

function save(controller: StandardControllerValue): PageReferenceValue {
  saveAs(controller.record.id === null ? "insert" : "update", [controller.record]);
  return controller.page;
}

/** The object's own list. */
function remove({ record }: StandardControllerValue): PageReferenceValue {
  saveAs("delete", [record]);
  return new PageReferenceValue(`/${record.describe.keyPrefix ?? ""}/o`);
}

/** Fields are added before a page reads the record; in a test there is no page. */
function addFields(): void {
  if (transaction().isTest)
    raise(
      "System.SObjectException",
      "You cannot call addFields when the data is being passed into the controller by the caller.",
    );
}

export const standardControllerBehaviour = platformType({
  type: "ApexPages.StandardController",
  implementation: StandardControllerValue,
  constructors: {
    new: (record: SObjectValue | null) => new StandardControllerValue(required(record)),
  },
  methods: {
    addFields,
    cancel: (controller: StandardControllerValue) => controller.page,
    delete: remove,
    edit: ({ record }: StandardControllerValue) => new PageReferenceValue(`/${record.id ?? ""}/e`),
    getId: ({ record }: StandardControllerValue) => record.id,
    getRecord: ({ record }: StandardControllerValue) => record,
    save,
    view: (controller: StandardControllerValue) => controller.page,
  },
});
