/** ApexPages.StandardSetController over a list or a query's rows. Source: Apex Reference, "StandardSetController Class". No list views. */
import type { QueryLocatorValue } from "../../async/query-locator.ts";
import { raise } from "../../runtime/exception.ts";
import { ApexList } from "../../runtime/list.ts";
import { SObjectValue } from "../../runtime/sobject.ts";
import { platformTypeNamed, sobjectType } from "../../runtime/type.ts";
import { platformType } from "../../runtime/behaviour.ts";
import { PageReferenceValue } from "../pages/page-reference.ts";
import { required } from "../required.ts";
import { saveAs } from "./StandardController.ts";

const DEFAULT_PAGE_SIZE = 20;
const LARGEST_PAGE = 2000;

export class StandardSetControllerValue {
  readonly records: readonly SObjectValue[];
  readonly object: string;
  selected: readonly SObjectValue[] = [];
  pageSize = DEFAULT_PAGE_SIZE;
  /** From 1. */
  #page = 1;

  constructor(records: readonly SObjectValue[], object: string) {
    this.records = records;
    this.object = object;
  }

  get lastPage(): number {
    return Math.max(1, Math.ceil(this.records.length / this.pageSize));
  }

  get page(): number {
    return Math.min(this.#page, this.lastPage);
  }

  set page(page: number) {
    this.#page = Math.max(1, Math.min(page, this.lastPage));
  }

  list(records: readonly SObjectValue[]): ApexList<SObjectValue> {
    return new ApexList(sobjectType(this.object), [...records]);
  }

  get shown(): readonly SObjectValue[] {
    const start = (this.page - 1) * this.pageSize;
    return this.records.slice(start, start + this.pageSize);
  }

  get keyPrefix(): string {
    return this.records[0]?.describe.keyPrefix ?? "";
  }
}

function ofList(list: ApexList | null): StandardSetControllerValue {
  const { element, items } = required(list);
  const records = items.filter((item) => item instanceof SObjectValue);
  const object =
    element.kind === "sobject" && element.name !== "SObject"
      ? element.name
      : (records[0]?.describe.name ?? "SObject");
  return new StandardSetControllerValue(records, object);
}

function save(controller: StandardSetControllerValue): PageReferenceValue {
  saveAs("update", controller.records);
  return listPage(controller);
}

function listPage({ keyPrefix }: StandardSetControllerValue): PageReferenceValue {
  return new PageReferenceValue(`/${keyPrefix}/o`);
}

function setPageSize(controller: StandardSetControllerValue, given: number | null): void {
  const size = required(given);
  if (size < 1 || size > LARGEST_PAGE)
    raise("System.VisualforceException", `Page size must be from 1 to ${LARGEST_PAGE}`);
  controller.pageSize = size;
}

export const standardSetControllerBehaviour = platformType({
  type: "ApexPages.StandardSetController",
  implementation: StandardSetControllerValue,
  constructors: {
    "new(List<SObject>)": ofList,
    "new(Database.QueryLocator)": (locator: QueryLocatorValue | null) =>
      ofList(required(locator).records),
  },
  methods: {
    addFields: () => undefined,
    cancel: listPage,
    first: (controller: StandardSetControllerValue) => {
      controller.page = 1;
    },
    /** False once a query gave more rows than a controller takes. */
    getCompleteResult: () => true,
    getFilterId: () => null,
    getHasNext: (controller: StandardSetControllerValue) => controller.page < controller.lastPage,
    getHasPrevious: (controller: StandardSetControllerValue) => controller.page > 1,
    getListViewOptions: () => new ApexList(platformTypeNamed("System.SelectOption")),
    getPageNumber: (controller: StandardSetControllerValue) => controller.page,
    getPageSize: (controller: StandardSetControllerValue) => controller.pageSize,
    getRecord: (controller: StandardSetControllerValue) => controller.records[0] ?? null,
    getRecords: (controller: StandardSetControllerValue) => controller.list(controller.shown),
    getResultSize: (controller: StandardSetControllerValue) => controller.records.length,
    getSelected: (controller: StandardSetControllerValue) => controller.list(controller.selected),
    last: (controller: StandardSetControllerValue) => {
      controller.page = controller.lastPage;
    },
    next: (controller: StandardSetControllerValue) => {
      controller.page += 1;
    },
    previous: (controller: StandardSetControllerValue) => {
      controller.page -= 1;
    },
    save,
    setPageNumber: (controller: StandardSetControllerValue, page: number | null) => {
      controller.page = required(page);
    },
    setPageSize,
    setSelected: (
      controller: StandardSetControllerValue,
      selected: ApexList<SObjectValue> | null,
    ) => {
      controller.selected = [...required(selected).items];
    },
  },
});
