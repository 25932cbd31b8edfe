/** Bucket fields: values of a column put into ranges or lists of values. Source: Salesforce Help, "Bucket Your Report Data". */
import { textColumn } from "../../soql/query-column.ts";
import { storedText } from "../../store/stored-text.ts";
import type { StoredValue } from "../../store/row.ts";
import type { BucketField } from "../source/report-definition.ts";
import { numberOf } from "./number-of.ts";
import type { RunColumn } from "./run-column.ts";

export function bucketColumn(bucket: BucketField, source: RunColumn): RunColumn {
  const labelOf = bucket.kind === "number" ? numberBucket(bucket) : textBucket(bucket);
  return {
    key: bucket.name,
    label: bucket.label,
    field: {
      ...textColumn("Report", bucket.name),
      label: bucket.label,
      type: "picklist",
      // Groups stand in the order of the buckets.
      picklistValues: bucket.values.map(({ label }) => ({
        value: label,
        label,
        isDefault: false,
        isActive: true,
      })),
    },
    read: (row) => labelOf(source.read(row)),
    name: () => null,
  };
}

/** A range begins after `from` and ends with `to`. */
function numberBucket({ values, nullAsZero }: BucketField): (value: StoredValue) => string | null {
  return (value) => {
    const number = numberOf(value) ?? (nullAsZero ? 0 : null);
    if (number === null) return null;
    const found = values.find(
      ({ from, to }) => (from === null || number > from) && (to === null || number <= to),
    );
    return found?.label ?? null;
  };
}

function textBucket({ values, otherLabel }: BucketField): (value: StoredValue) => string | null {
  const labels = new Map(
    values.flatMap(({ names, label }) => names.map((name) => [name.toLowerCase(), label] as const)),
  );
  return (value) => {
    const text = storedText(value);
    const label = labels.get(text.toLowerCase());
    if (label !== undefined) return label;
    return text === "" ? null : (otherLabel ?? text);
  };
}
