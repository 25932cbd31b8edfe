/**
 * The Folder, Report and Dashboard rows of the project's metadata. Those of definitions that are gone go too: nothing could run them.
 * Source: Object Reference, "Folder", "Report", "Dashboard".
 */
import { ApexDatetime } from "../runtime/datetime.ts";
import type { Schema } from "../schema/schema.ts";
import type { RecordStore } from "./record-store.ts";
import type { Row, RowValues, StoredValue } from "./row.ts";

export function seedReportRows(schema: Schema, store: RecordStore, now: number): void {
  if (schema.object("Report") === undefined || schema.object("Folder") === undefined) return;
  const { folders, reports, dashboards } = schema.analytics;
  const rows = new DefinitionRows(schema, store, now);
  for (const { kind, developerName, name, shares, accessType } of folders)
    rows.put("Folder", `${kind}:${developerName}`, {
      DeveloperName: developerName,
      Name: name,
      Type: kind,
      AccessType: shares.length > 0 ? "Shared" : (accessType ?? "Hidden"),
      IsReadonly: false,
    });
  for (const { kind, developerName, parent } of folders)
    if (parent !== null)
      rows.put("Folder", `${kind}:${developerName}`, {
        ParentId: rows.id("Folder", `${kind}:${parent}`),
      });
  for (const report of reports)
    rows.put("Report", report.developerName, {
      DeveloperName: report.developerName,
      Name: report.name,
      Description: report.description,
      Format: report.format,
      FolderName:
        folders.find(
          ({ kind, developerName }) => kind === "Report" && developerName === report.folder,
        )?.name ?? report.folder,
      OwnerId: rows.id("Folder", `Report:${report.folder}`),
    });
  for (const dashboard of dashboards) {
    const folderId = rows.id("Folder", `Dashboard:${dashboard.folder}`);
    rows.put("Dashboard", dashboard.developerName, {
      DeveloperName: dashboard.developerName,
      Title: dashboard.title,
      Description: dashboard.description,
      Type: dashboard.type,
      FolderId: folderId,
      FolderName:
        folders.find(
          ({ kind, developerName }) => kind === "Dashboard" && developerName === dashboard.folder,
        )?.name ?? dashboard.folder,
    });
  }
  rows.purgeOthers();
}

/** Rows by object and name. */
class DefinitionRows {
  readonly #schema: Schema;
  readonly #store: RecordStore;
  readonly #now: ApexDatetime;
  readonly #known = new Map<string, Row>();
  readonly #defined = new Set<string>();

  constructor(schema: Schema, store: RecordStore, now: number) {
    this.#schema = schema;
    this.#store = store;
    this.#now = new ApexDatetime(Math.floor(now / 1000) * 1000);
    for (const object of ["Folder", "Report", "Dashboard"])
      for (const row of store.table(object).rows()) this.#known.set(keyOf(row), row);
  }

  id(object: string, name: string): string | null {
    return this.#known.get(`${object}:${name}`)?.id ?? null;
  }

  put(object: string, name: string, values: RowValues): void {
    const key = `${object}:${name}`;
    const before = this.#known.get(key);
    const dates: RowValues = {
      CreatedDate: this.#now,
      LastModifiedDate: this.#now,
      SystemModstamp: this.#now,
    };
    const row: Row = {
      object,
      id: before?.id ?? this.#store.mint(object),
      isDeleted: false,
      values: this.#fieldsOf(object, { ...dates, ...before?.values, ...values }),
    };
    this.#known.set(key, row);
    this.#defined.add(key);
    this.#store.put(row);
  }

  purgeOthers(): void {
    for (const [key, { object, id }] of this.#known)
      if (!this.#defined.has(key)) this.#store.purge(object, id);
  }

  #fieldsOf(object: string, values: RowValues): RowValues {
    const describe = this.#schema.object(object);
    return Object.fromEntries(
      Object.entries(values).filter(([name]) => describe?.fields.has(name.toLowerCase()) === true),
    );
  }
}

function keyOf({ object, values }: Row): string {
  const text = (value: StoredValue | undefined): string => (typeof value === "string" ? value : "");
  const name = text(values["DeveloperName"]);
  return object === "Folder" ? `Folder:${text(values["Type"])}:${name}` : `${object}:${name}`;
}
