import { isJsonObject, type JsonObject } from "../json.ts";
import { whenSent } from "./allow-list.ts";
import { flag, onlyTrue, reference, salesforceMetadata, text } from "./fields.ts";
import { projectionOf } from "./projection.ts";

/** How Salesforce marks the customer of a company. */
const COMPANY = "salesforce_account_id";

/** The address of a company travels: invoices are made out to it. That of a person is nobody's business here. */
export const customer = projectionOf({
  object: "customer",
  fields: {
    email: text,
    name: text,
    phone: text,
    address: whenSent({
      line1: text,
      line2: text,
      city: text,
      state: text,
      postal_code: text,
      country: text,
    }),
    delinquent: flag,
    deleted: whenSent(onlyTrue),
    invoice_settings: { default_payment_method: reference },
    metadata: salesforceMetadata,
  },
  inCurrentShape: (raw, whole) => (isCompany(whole) ? raw : withoutAddress(raw)),
});

function isCompany({ metadata }: JsonObject): boolean {
  return isJsonObject(metadata) && typeof metadata[COMPANY] === "string";
}

function withoutAddress(raw: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(raw).filter(([name]) => name !== "address"));
}
