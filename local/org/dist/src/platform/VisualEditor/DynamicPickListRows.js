/** VisualEditor.DataRow and DynamicPickListRows: the choices of a Lightning component's attribute. Source: Apex Reference, "VisualEditor Namespace". */
import { ApexList } from "../../runtime/list.js";
import { concatText } from "../../runtime/text.js";
import { platformTypeNamed } from "../../runtime/type.js";
import { platformType } from "../../runtime/behaviour.js";
import { required } from "../required.js";
export class DataRowValue {
    label;
    value;
    isSelected;
    constructor(label, value, isSelected) {
        this.label = label;
        this.value = value;
        this.isSelected = isSelected;
    }
}
export class DynamicPickListRowsValue {
    rows;
    containsAllRows;
    constructor(rows, containsAllRows) {
        this.rows = [...rows];
        this.containsAllRows = containsAllRows;
    }
}
/** By label. */
function compare(row, other) {
    const [a, b] = [concatText(row.label), concatText(other.label)];
    return a < b ? -1 : a > b ? 1 : 0;
}
export const dataRowBehaviour = platformType({
    type: "VisualEditor.DataRow",
    implementation: DataRowValue,
    constructors: {
        new: (label, value, isSelected = false) => new DataRowValue(label, value, required(isSelected)),
    },
    methods: {
        compareTo: (row, other) => compare(row, required(other)),
        getLabel: (row) => row.label,
        getValue: (row) => row.value,
        isSelected: (row) => row.isSelected,
    },
});
export const dynamicPickListRowsBehaviour = platformType({
    type: "VisualEditor.DynamicPickListRows",
    implementation: DynamicPickListRowsValue,
    constructors: {
        new: (rows = null, containsAllRows = false) => new DynamicPickListRowsValue(rows?.items ?? [], required(containsAllRows)),
    },
    methods: {
        addAllRows: (list, rows) => {
            list.rows.push(...required(rows).items);
        },
        addRow: (list, row) => {
            list.rows.push(required(row));
        },
        containsAllRows: (list) => list.containsAllRows,
        get: (list, index) => new ApexList(platformTypeNamed("VisualEditor.DataRow"), list.rows).get(index),
        getDataRows: (list) => new ApexList(platformTypeNamed("VisualEditor.DataRow"), [...list.rows]),
        setContainsAllRows: (list, isOn) => {
            list.containsAllRows = required(isOn);
        },
        size: (list) => list.rows.length,
        sort: (list) => {
            list.rows.sort(compare);
        },
    },
});
