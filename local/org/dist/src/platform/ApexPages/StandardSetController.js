import { raise } from "../../runtime/exception.js";
import { ApexList } from "../../runtime/list.js";
import { SObjectValue } from "../../runtime/sobject.js";
import { platformTypeNamed, sobjectType } from "../../runtime/type.js";
import { platformType } from "../../runtime/behaviour.js";
import { PageReferenceValue } from "../pages/page-reference.js";
import { required } from "../required.js";
import { saveAs } from "./StandardController.js";
const DEFAULT_PAGE_SIZE = 20;
const LARGEST_PAGE = 2000;
export class StandardSetControllerValue {
    records;
    object;
    selected = [];
    pageSize = DEFAULT_PAGE_SIZE;
    /** From 1. */
    #page = 1;
    constructor(records, object) {
        this.records = records;
        this.object = object;
    }
    get lastPage() {
        return Math.max(1, Math.ceil(this.records.length / this.pageSize));
    }
    get page() {
        return Math.min(this.#page, this.lastPage);
    }
    set page(page) {
        this.#page = Math.max(1, Math.min(page, this.lastPage));
    }
    list(records) {
        return new ApexList(sobjectType(this.object), [...records]);
    }
    get shown() {
        const start = (this.page - 1) * this.pageSize;
        return this.records.slice(start, start + this.pageSize);
    }
    get keyPrefix() {
        return this.records[0]?.describe.keyPrefix ?? "";
    }
}
function ofList(list) {
    const { element, items } = required(list);
    const records = items.filter((item) => item instanceof SObjectValue);
    const object = element.kind === "sobject" && element.name !== "SObject"
        ? element.name
        : (records[0]?.describe.name ?? "SObject");
    return new StandardSetControllerValue(records, object);
}
function save(controller) {
    saveAs("update", controller.records);
    return listPage(controller);
}
function listPage({ keyPrefix }) {
    return new PageReferenceValue(`/${keyPrefix}/o`);
}
function setPageSize(controller, given) {
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
        "new(Database.QueryLocator)": (locator) => ofList(required(locator).records),
    },
    methods: {
        addFields: () => undefined,
        cancel: listPage,
        first: (controller) => {
            controller.page = 1;
        },
        /** False once a query gave more rows than a controller takes. */
        getCompleteResult: () => true,
        getFilterId: () => null,
        getHasNext: (controller) => controller.page < controller.lastPage,
        getHasPrevious: (controller) => controller.page > 1,
        getListViewOptions: () => new ApexList(platformTypeNamed("System.SelectOption")),
        getPageNumber: (controller) => controller.page,
        getPageSize: (controller) => controller.pageSize,
        getRecord: (controller) => controller.records[0] ?? null,
        getRecords: (controller) => controller.list(controller.shown),
        getResultSize: (controller) => controller.records.length,
        getSelected: (controller) => controller.list(controller.selected),
        last: (controller) => {
            controller.page = controller.lastPage;
        },
        next: (controller) => {
            controller.page += 1;
        },
        previous: (controller) => {
            controller.page -= 1;
        },
        save,
        setPageNumber: (controller, page) => {
            controller.page = required(page);
        },
        setPageSize,
        setSelected: (controller, selected) => {
            controller.selected = [...required(selected).items];
        },
    },
});
