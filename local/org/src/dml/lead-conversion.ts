/**
 * A lead becomes an account, a contact and an opportunity.
 * Source: Apex Developer Guide, "Converting Leads"; Apex Reference, "LeadConvert Class"; SOAP API Developer Guide, convertLead().
 */
import type { DmlError, LeadConversion, LeadOutcome } from "../runtime/host.ts";
import { ApexDate } from "../runtime/date.ts";
import { toId18 } from "../runtime/id.ts";
import { SObjectValue } from "../runtime/sobject.ts";
import { dayInZone } from "../runtime/time-zones.ts";
import type { SObjectDescribe } from "../schema/schema.ts";
import type { Row, StoredValue } from "../store/row.ts";
import { draftOfRow } from "./delete-batch.ts";
import type { DmlContext, DmlSettings } from "./dml-context.ts";
import { LEAD_TO_ACCOUNT, LEAD_TO_CONTACT, LEAD_TO_OPPORTUNITY } from "./lead-fields.ts";
import { runDml } from "./run-dml.ts";
import { saveBatch } from "./save-batch.ts";
import { entityIsDeleted, saveError } from "./save-error.ts";

/** What was refused on the way; it ends the conversion, and all of it is taken back. */
class Refusal extends Error {
  readonly errors: readonly DmlError[];

  constructor(errors: readonly DmlError[]) {
    super(errors[0]?.message);
    this.errors = errors;
  }
}

export function convertLead(
  context: DmlContext,
  conversion: LeadConversion,
  settings: DmlSettings,
): LeadOutcome {
  const takeBack = context.savepoint();
  try {
    return new Conversion(context, conversion, settings).run();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    takeBack();
    return {
      leadId: conversion.leadId,
      accountId: null,
      contactId: null,
      opportunityId: null,
      errors: error.errors,
    };
  }
}

class Conversion {
  readonly #context: DmlContext;
  readonly #asked: LeadConversion;
  readonly #settings: DmlSettings;
  readonly #lead: Row;

  constructor(context: DmlContext, asked: LeadConversion, settings: DmlSettings) {
    this.#context = context;
    this.#asked = asked;
    this.#settings = settings;
    this.#lead = this.#openLead();
  }

  run(): LeadOutcome {
    const { accountId, contactId, opportunityId, doNotCreateOpportunity } = this.#asked;
    if (contactId !== null && accountId === null)
      throw new Refusal([
        saveError("MISSING_ARGUMENT", "An account is needed where a contact is given"),
      ]);
    this.#checkStatus();
    const account =
      accountId === null
        ? this.#create("Account", LEAD_TO_ACCOUNT, {})
        : this.#fill("Account", accountId, LEAD_TO_ACCOUNT);
    const contact =
      contactId === null
        ? this.#create("Contact", LEAD_TO_CONTACT, { AccountId: account })
        : this.#fill("Contact", contactId, LEAD_TO_CONTACT);
    const opportunity =
      opportunityId ?? (doNotCreateOpportunity ? null : this.#createOpportunity(account, contact));
    this.#moveActivities(contact, opportunity ?? account);
    this.#close({
      IsConverted: true,
      Status: this.#asked.convertedStatus,
      ConvertedDate: this.#today(),
      ConvertedAccountId: account,
      ConvertedContactId: contact,
      ConvertedOpportunityId: opportunity,
    });
    return {
      leadId: this.#lead.id,
      accountId: account,
      contactId: contact,
      opportunityId: opportunity,
      errors: [],
    };
  }

  #openLead(): Row {
    const row = this.#context.store.get("Lead", toId18(this.#asked.leadId) ?? "");
    if (row === undefined || row.isDeleted) throw new Refusal([entityIsDeleted()]);
    if (row.values["IsConverted"] === true)
      throw new Refusal([
        saveError("CANNOT_UPDATE_CONVERTED_LEAD", "cannot reference converted lead"),
      ]);
    return row;
  }

  #checkStatus(): void {
    const { convertedStatus } = this.#asked;
    for (const { values } of this.#context.store.rowsOf("LeadStatus"))
      if (values["IsConverted"] === true && values["MasterLabel"] === convertedStatus) return;
    throw new Refusal([
      saveError("INVALID_STATUS", `invalid convertedStatus: ${convertedStatus ?? "null"}`),
    ]);
  }

  #create(
    object: string,
    mapping: Readonly<Record<string, string>>,
    more: Readonly<Record<string, StoredValue>>,
  ): string {
    const owner = this.#asked.ownerId ?? this.#lead.values["OwnerId"] ?? null;
    return this.#save(
      "insert",
      this.#record(object, { ...this.#mapped(mapping), OwnerId: owner, ...more }),
    );
  }

  #createOpportunity(account: string, contact: string): string {
    const today = this.#today();
    const quarter = Math.ceil(today.month / 3) * 3;
    const { opportunityName } = this.#asked;
    const id = this.#create("Opportunity", LEAD_TO_OPPORTUNITY, {
      AccountId: account,
      StageName: this.#firstStage(),
      CloseDate: ApexDate.of(today.year, quarter + 1, 0),
      ...(opportunityName === null ? {} : { Name: opportunityName }),
    });
    this.#save(
      "insert",
      this.#record("OpportunityContactRole", {
        OpportunityId: id,
        ContactId: contact,
        IsPrimary: true,
      }),
    );
    return id;
  }

  /** What is there already stays as it is, but for a lead source that is to be overwritten. */
  #fill(object: string, id: string, mapping: Readonly<Record<string, string>>): string {
    const row = this.#context.store.get(object, toId18(id) ?? "");
    if (row === undefined || row.isDeleted) throw new Refusal([entityIsDeleted()]);
    const overwrites = object === "Contact" && this.#asked.overwriteLeadSource;
    const filled = Object.entries(this.#mapped(mapping)).filter(
      ([field]) => (row.values[field] ?? null) === null || (overwrites && field === "LeadSource"),
    );
    if (filled.length > 0)
      this.#save("update", this.#record(object, { Id: row.id, ...Object.fromEntries(filled) }));
    return row.id;
  }

  #mapped(mapping: Readonly<Record<string, string>>): Record<string, StoredValue> {
    return Object.fromEntries(
      Object.entries(mapping).flatMap(([field, from]) => {
        const value = this.#lead.values[from] ?? null;
        return value === null ? [] : [[field, value]];
      }),
    );
  }

  #record(object: string, values: Readonly<Record<string, StoredValue>>): SObjectValue {
    const describe = this.#describe(object);
    const record = new SObjectValue(describe);
    for (const [name, value] of Object.entries(values))
      if (name === "Id" || describe.fields.has(name.toLowerCase())) record.values.set(name, value);
    return record;
  }

  #save(operation: "insert" | "update", record: SObjectValue): string {
    const [outcome] = runDml(this.#context, {
      operation,
      records: [record],
      losers: [],
      ...this.#settings,
      allOrNone: true,
      sharing: "caller",
      externalIdField: null,
    });
    if (outcome?.isSuccess !== true || outcome.id === null)
      throw new Refusal(outcome?.errors ?? []);
    return outcome.id;
  }

  /** Tasks and events of the lead are the contact's, about what came of it. */
  #moveActivities(contact: string, about: string): void {
    const { store } = this.#context;
    for (const object of ["Task", "Event"])
      for (const row of [...store.rowsBy(object, "WhoId", this.#lead.id)])
        if (!row.isDeleted)
          store.put({
            ...row,
            values: { ...row.values, WhoId: contact, WhatId: row.values["WhatId"] ?? about },
          });
  }

  #close(values: Readonly<Record<string, StoredValue>>): void {
    const draft = draftOfRow(this.#describe("Lead"), this.#lead, 0);
    Object.assign(draft.values, values);
    saveBatch(this.#context, this.#describe("Lead"), [draft], this.#settings);
    if (draft.errors.length > 0) throw new Refusal(draft.errors);
  }

  #firstStage(): StoredValue {
    const stages = [...this.#context.store.rowsOf("OpportunityStage")].toSorted(
      (left, right) => Number(left.values["SortOrder"]) - Number(right.values["SortOrder"]),
    );
    return stages[0]?.values["MasterLabel"] ?? null;
  }

  #today(): ApexDate {
    return dayInZone(this.#context.now, this.#context.timeZone);
  }

  #describe(object: string): SObjectDescribe {
    const describe = this.#context.schema.object(object);
    if (describe === undefined) throw new Error(`no object ${object}`);
    return describe;
  }
}
