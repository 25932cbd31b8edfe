/** What was used of a metered item, told by an invoice in the shape of each API version, as the edge forwards it. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { AdmittedEvent } from "../../../worker/event.ts";
import { readEvent } from "../../../worker/webhook/admission.ts";
import { compiledProject, openInProcess, type InProcessOrg } from "./in-process-org.ts";

const RECORDED = path.resolve(import.meta.dirname, "../../fixtures/stripe");
const OLDER = ["2020-08-27", "2024-06-20"];
const VERSIONS = [...OLDER, "2025-03-31.basil", "2026-10-28.endive"];
const DAY_SECONDS = 86_400;
/** Whose the recorded objects are; nobody has heard of it, and so it is read. */
const CUSTOMER = { id: "cus_RelayFixture01", object: "customer", created: 1, metadata: {} };

type Fields = Readonly<Record<string, unknown>>;

interface RecordedEvent {
  readonly created: number;
  readonly data: { readonly object: Fields };
}

function recorded(type: string, version: string): RecordedEvent {
  // The fixtures are typed by the tests of the Worker, which check every one of them.
  return JSON.parse(
    readFileSync(path.join(RECORDED, version, `${type}.json`), "utf8"),
  ) as RecordedEvent;
}

function told(type: string, version: string, name: string, object: Fields): AdmittedEvent {
  const event = recorded(type, version);
  const data = { ...event.data, object: { ...event.data.object, ...object } };
  const reading = readEvent(
    { ...event, id: `evt_${name}`, data },
    { atMs: Date.now(), correlationId: name },
  );
  if (!reading.ok || reading.value.kind !== "wanted") throw new Error("Nobody waits for it.");
  return reading.value.event;
}

function subscription(version: string, name: string): AdmittedEvent {
  const { created, data } = recorded("customer.subscription.created", version);
  const { items } = data.object as { items: { data: readonly Fields[] } };
  // What is named by its id alone would have to be read.
  const item: Fields = { ...items.data[0], discounts: [] };
  const price = item["price"] as Fields;
  const metered = {
    ...price,
    id: `price_${name}`,
    recurring: { ...(price["recurring"] as Fields), usage_type: "metered" },
  };
  return told("customer.subscription.created", version, `sub_${name}`, {
    id: `sub_${name}`,
    items: {
      object: "list",
      has_more: false,
      data: [
        { ...item, id: `si_fixed_${name}`, subscription: `sub_${name}` },
        {
          ...item,
          id: `si_used_${name}`,
          subscription: `sub_${name}`,
          price: metered,
          quantity: undefined,
        },
      ],
    },
    discount: null,
    discounts: [],
    current_period_start: created - 30 * DAY_SECONDS,
    current_period_end: created,
  });
}

/** A line of the period before, in the shape of the version. */
function line(version: string, name: string, item: string, amount: number): Fields {
  const { created, data } = recorded("invoice.finalized", version);
  const { lines } = data.object as { lines: { data: readonly Fields[] } };
  const common = {
    ...lines.data[0],
    id: `il_${name}_${item}_${amount}`,
    amount,
    period: { start: created - 30 * DAY_SECONDS, end: created - 2 * DAY_SECONDS },
  };
  if (OLDER.includes(version))
    return { ...common, type: "subscription", proration: false, subscription_item: item };
  return {
    ...common,
    parent: {
      type: "subscription_item_details",
      invoice_item_details: null,
      subscription_item_details: {
        invoice_item: null,
        proration: false,
        subscription: `sub_${name}`,
        subscription_item: item,
      },
    },
  };
}

function invoice(version: string, name: string): AdmittedEvent {
  const { created } = recorded("invoice.finalized", version);
  const of = OLDER.includes(version)
    ? { subscription: `sub_${name}` }
    : {
        parent: {
          type: "subscription_details",
          quote_details: null,
          subscription_details: { subscription: `sub_${name}`, metadata: {} },
        },
      };
  return told("invoice.finalized", version, `in_${name}`, {
    ...of,
    id: `in_${name}`,
    status_transitions: { finalized_at: created - DAY_SECONDS, paid_at: null },
    lines: {
      object: "list",
      has_more: false,
      data: [
        line(version, name, `si_fixed_${name}`, 2000),
        line(version, name, `si_used_${name}`, 1000),
        line(version, name, `si_used_${name}`, 234),
      ],
    },
  });
}

describe.each(VERSIONS)("in %s", (version) => {
  const name = version.replace(/\W/g, "");
  let org: InProcessOrg;

  beforeAll(() => {
    org = openInProcess(compiledProject(), new Map([[`/v1/customers/${CUSTOMER.id}`, CUSTOMER]]));
  });

  test.each(["subscription first", "invoice first"])("%s", (order) => {
    const place = `${name}_${order.slice(0, 3)}`;
    const events = [subscription(version, place), invoice(version, place)];
    for (const event of order.startsWith("invoice") ? events.toReversed() : events)
      org.publish([event]);

    const items = org.query(
      `SELECT Usage_Last_Invoice__c, Usage_Invoice_ID__c FROM Stripe_Subscription_Item__c
       WHERE Stripe_Subscription__r.Stripe_Subscription_ID__c = 'sub_${place}' ORDER BY Stripe_Item_ID__c`,
    );
    expect(items).toEqual([
      expect.objectContaining({ Usage_Last_Invoice__c: null, Usage_Invoice_ID__c: null }),
      expect.objectContaining({
        Usage_Last_Invoice__c: 12.34,
        Usage_Invoice_ID__c: `in_${place}`,
      }),
    ]);
  });
});
