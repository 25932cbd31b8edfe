/** Saves rows through the org's own saves, as many in a transaction as it may write. */
import { ApexDate } from "../../../local/org/src/runtime/date.ts";
import { ApexDatetime } from "../../../local/org/src/runtime/datetime.ts";
import { ApexDecimal } from "../../../local/org/src/runtime/decimal.ts";
import { SObjectValue } from "../../../local/org/src/runtime/sobject.ts";
import type { FieldDescribe } from "../../../local/org/src/schema/schema.ts";
import type { ScaledOrg } from "./scaled-org.ts";

/** Of one transaction. Source: Apex Developer Guide, "Execution Governors and Limits". */
const DML_ROWS = 10_000;
const DAY_MS = 86_400_000;

/** Times are epoch ms. */
export type Values = Readonly<Record<string, string | number | boolean | null>>;

export function insert(
  scaled: ScaledOrg,
  object: string,
  rows: readonly Values[],
): readonly string[] {
  return save(scaled, "insert", object, null, rows);
}

export function upsert(
  scaled: ScaledOrg,
  object: string,
  key: string,
  rows: readonly Values[],
): void {
  save(scaled, "upsert", object, key, rows);
}

function save(
  { org, user }: ScaledOrg,
  operation: "insert" | "upsert",
  object: string,
  externalIdField: string | null,
  rows: readonly Values[],
): readonly string[] {
  const describe = org.host.schema.object(object);
  if (describe === undefined) throw new Error(`no such object: ${object}`);
  const ids: string[] = [];
  for (let start = 0; start < rows.length; start += DML_ROWS) {
    org.transact(user, "REST", () => {
      const records = rows.slice(start, start + DML_ROWS).map((values) => {
        const record = new SObjectValue(describe);
        for (const [name, value] of Object.entries(values)) {
          const field = describe.fields.get(name.toLowerCase());
          if (field === undefined) throw new Error(`${object} has no ${name}`);
          if (value !== null) record.values.set(field.name, stored(field, value));
        }
        return record;
      });
      org.host.data.dml({
        operation,
        records,
        losers: [],
        allOrNone: true,
        access: "system",
        sharing: "without",
        externalIdField,
        options: { allowFieldTruncation: false, duplicateRuleAllowSave: false },
      });
      for (const { id } of records) ids.push(id ?? "");
    });
  }
  return ids;
}

function stored(field: FieldDescribe, value: string | number | boolean): unknown {
  if (typeof value !== "number") return value;
  switch (field.apexType) {
    case "Datetime":
      return new ApexDatetime(value);
    case "Date":
      return new ApexDate(Math.floor(value / DAY_MS));
    case "Decimal":
      return ApexDecimal.ofInteger(value);
    default:
      return value;
  }
}
