/** VisualEditor.DataRow and DynamicPickListRows: the choices of a Lightning component's attribute. Source: Apex Reference, "VisualEditor Namespace". */
import { ApexList } from "../../runtime/list.ts";
import { concatText } from "../../runtime/text.ts";
import { platformTypeNamed } from "../../runtime/type.ts";
import { platformType } from "../../runtime/behaviour.ts";
import { required } from "../required.ts";

export class DataRowValue {
  readonly label: string | null;
  readonly value: unknown;
  readonly isSelected: boolean;

  constructor(label: string | null, value: unknown, isSelected: boolean) {
    this.label = label;
    this.value = value;
    this.isSelected = isSelected;
  }
}

export class DynamicPickListRowsValue {
  readonly rows: DataRowValue[];
  containsAllRows: boolean;

  constructor(rows: readonly DataRowValue[], containsAllRows: boolean) {
    this.rows = [...rows];
    this.containsAllRows = containsAllRows;
  }
}

/** By label. */
function compare(row: DataRowValue, other: DataRowValue): number {
  const [a, b] = [concatText(row.label), concatText(other.label)];
  return a < b ? -1 : a > b ? 1 : 0;
}

export const dataRowBehaviour = platformType({
  type: "VisualEditor.DataRow",
  implementation: DataRowValue,
  constructors: {
    new: (label: string | null, value: unknown, isSelected: boolean | null = false) =>
      new DataRowValue(label, value, required(isSelected)),
  },
  methods: {
    compareTo: (row: DataRowValue, other: DataRowValue | null) => compare(row, required(other)),
    getLabel: (row: DataRowValue) => row.label,
    getValue: (row: DataRowValue) => row.value,
    isSelected: (row: DataRowValue) => row.isSelected,
  },
});

export const dynamicPickListRowsBehaviour = platformType({
  type: "VisualEditor.DynamicPickListRows",
  implementation: DynamicPickListRowsValue,
  constructors: {
    new: (rows: ApexList<DataRowValue> | null = null, containsAllRows: boolean | null = false) =>
      new DynamicPickListRowsValue(rows?.items ?? [], required(containsAllRows)),
  },
  methods: {
    addAllRows: (list: DynamicPickListRowsValue, rows: ApexList<DataRowValue> | null) => {
      list.rows.push(...required(rows).items);
    },
    addRow: (list: DynamicPickListRowsValue, row: DataRowValue | null) => {
      list.rows.push(required(row));
    },
    containsAllRows: (list: DynamicPickListRowsValue) => list.containsAllRows,
    get: (list: DynamicPickListRowsValue, index: number | null) =>
      new ApexList(platformTypeNamed("VisualEditor.DataRow"), list.rows).get(index),
    getDataRows: (list: DynamicPickListRowsValue) =>
      new ApexList(platformTypeNamed("VisualEditor.DataRow"), [...list.rows]),
    setContainsAllRows: (list: DynamicPickListRowsValue, isOn: boolean | null) => {
      list.containsAllRows = required(isOn);
    },
    size: (list: DynamicPickListRowsValue) => list.rows.length,
    sort: (list: DynamicPickListRowsValue) => {
      list.rows.sort(compare);
    },
  },
});
