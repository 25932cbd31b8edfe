/** What of an org's allocations is a matter of what is there now. Source: Salesforce Help, "Data and File Storage Allocations". */
import type { AllocationSources } from "../runtime/allocations.ts";
import type { Schema } from "../schema/schema.ts";
import type { RecordStore } from "./record-store.ts";

/** A record takes this, however long it is. */
const KB_PER_RECORD = 2;
const KB_BY_OBJECT: Readonly<Record<string, number>> = { Campaign: 8, CampaignMember: 1 };

/** Beside custom objects; what is not listed is no data: users, jobs, shares, settings. */
const DATA_OBJECTS = [
  "Account",
  "Asset",
  "Campaign",
  "CampaignMember",
  "Case",
  "Contact",
  "Contract",
  "EmailMessage",
  "Event",
  "Idea",
  "Lead",
  "Note",
  "Opportunity",
  "OpportunityLineItem",
  "Order",
  "OrderItem",
  "Product2",
  "Quote",
  "QuoteLineItem",
  "Solution",
  "Task",
];

export function presentAmounts(
  schema: Schema,
  store: RecordStore,
): NonNullable<AllocationSources["present"]> {
  return {
    DataStorageMB: () => Math.round(dataKilobytes(schema, store) / 1024),
    FileStorageMB: () => Math.round(fileBytes(store) / 1024 / 1024),
    PermissionSets: () => schema.permissionSets.size,
  };
}

function dataKilobytes(schema: Schema, store: RecordStore): number {
  const custom = schema.objectNames().filter((name) => schema.object(name)?.kind === "custom");
  let sum = 0;
  for (const object of [...DATA_OBJECTS, ...custom])
    sum += (store.existingTable(object)?.liveSize ?? 0) * (KB_BY_OBJECT[object] ?? KB_PER_RECORD);
  return sum;
}

function fileBytes(store: RecordStore): number {
  let sum = 0;
  for (const { values, isDeleted } of store.rowsOf("ContentVersion")) {
    const size = values["ContentSize"];
    if (!isDeleted && typeof size === "number") sum += size;
  }
  return sum;
}
