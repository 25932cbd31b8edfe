/** `lightning/uiRecordApi`. Source: LWC Developer Guide, "lightning/uiRecordApi". */
import type { UiRecord } from "../../core/records";
import { ask, send } from "../../core/server";
import { onSignal, signal } from "../../core/signals";

type FieldReference = string | { readonly objectApiName: string; readonly fieldApiName: string };
interface Config {
  readonly recordId?: string;
  readonly fields?: readonly FieldReference[] | FieldReference;
  readonly optionalFields?: readonly FieldReference[] | FieldReference;
}

const RECORDS = "/services/data/v66.0/ui-api/records";

/** The wire adapter of one record. */
export class getRecord {
  readonly #callback: (result: { data: unknown; error: unknown }) => void;
  #config: Config = {};
  #stop: () => void = () => undefined;

  constructor(callback: (result: { data: unknown; error: unknown }) => void) {
    this.#callback = callback;
    this.#callback({ data: undefined, error: undefined });
  }
  connect(): void {
    this.#stop = onSignal("changed", (ids) => {
      if (ids.length === 0 || ids.includes(this.#config.recordId ?? "")) void this.load();
    });
    void this.load();
  }
  disconnect(): void {
    this.#stop();
  }
  update(config: Config): void {
    this.#config = config;
    void this.load();
  }
  private async load(): Promise<void> {
    const { recordId, fields, optionalFields } = this.#config;
    if (recordId === undefined || (fields === undefined && optionalFields === undefined)) return;
    try {
      const query = new URLSearchParams({
        fields: names(fields).join(","),
        optionalFields: names(optionalFields).join(","),
      });
      const data = await ask(`${RECORDS}/${recordId}?${query.toString()}`);
      this.#callback({ data, error: undefined });
    } catch (error) {
      this.#callback({ data: undefined, error });
    }
  }
}

function names(fields: Config["fields"]): readonly string[] {
  if (fields === undefined) return [];
  // Either one or a list of them.
  const list = (Array.isArray(fields) ? fields : [fields]) as readonly FieldReference[];
  return list.map(nameOf);
}

function nameOf(field: FieldReference): string {
  return typeof field === "string" ? field : `${field.objectApiName}.${field.fieldApiName}`;
}

function part(
  record: UiRecord | undefined,
  field: FieldReference,
  of: "value" | "displayValue",
): unknown {
  const steps = nameOf(field).split(".").slice(1);
  let at: UiRecord | null | undefined = record;
  for (const [index, step] of steps.entries()) {
    const found: UiRecord["fields"][string] | undefined = at?.fields[step];
    if (index === steps.length - 1) return found?.[of];
    at = found?.value as UiRecord | null | undefined;
  }
  return undefined;
}

export function getFieldValue(record: UiRecord | undefined, field: FieldReference): unknown {
  return part(record, field, "value");
}
export function getFieldDisplayValue(record: UiRecord | undefined, field: FieldReference): unknown {
  return part(record, field, "displayValue");
}

export function createRecord(input: object): Promise<unknown> {
  return send("POST", RECORDS, input);
}
export async function updateRecord({
  fields,
}: {
  readonly fields: Readonly<Record<string, unknown>>;
}): Promise<unknown> {
  const { Id: id, ...rest } = fields;
  const updated = await send("PATCH", `${RECORDS}/${String(id)}`, { fields: rest });
  signal("changed", [String(id)]);
  return updated;
}
export async function deleteRecord(id: string): Promise<void> {
  await ask(`${RECORDS}/${id}`, { method: "DELETE" });
}

export async function notifyRecordUpdateAvailable(
  records: readonly { readonly recordId: string }[],
): Promise<void> {
  signal(
    "changed",
    records.map(({ recordId }) => recordId),
  );
}
export const getRecordNotifyChange = notifyRecordUpdateAvailable;
