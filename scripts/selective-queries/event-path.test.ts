/** What runs in the transaction of an event finds its rows by an index, however many there are in the org. */
import { readdirSync, readFileSync, existsSync } from "node:fs";
import path from "node:path";

import { describe, expect, it } from "vitest";

import { isSelective, partsOf, queriesIn } from "./soql.ts";

const SOURCE = path.resolve(import.meta.dirname, "../../force-app/main/default");

/** Folders of classes that events pass through. */
const FOLDERS = [
  "alerts",
  "checkout",
  "companies",
  "contacts",
  "customers",
  "dunning",
  "events",
  "invoices",
  "payers",
  "payments",
  "plans",
  "revenue",
  "subscriptions",
];

const ALWAYS_INDEXED = new Set(["Id", "OwnerId", "Name", "CreatedDate", "SystemModstamp", "Email"]);

/** Queries that may read without an index, and why. */
const EXEMPT = [
  // Of jobs that tell people: one row, or two hundred, of the alerts that are open and untold.
  "StripeAlertSelector: Stripe_Alert__c WHERE Status__c = 'Open' AND Told_At__c = NULL",
  "StripeAlertSelector: Stripe_Alert__c WHERE Status__c = 'Open' AND Told_At__c = NULL",
  // Of the nightly close: a few rows a day or a month, one in all, and what was written since the night before.
  "StripeCloseSelector: Stripe_Cohort__c WHERE Month__c IN :firstDays",
  "StripeCloseSelector: Stripe_Revenue_Month__c WHERE Is_Locked__c = TRUE",
  "StripeCloseSelector: Stripe_Revenue_Month__c WHERE Month__c IN :firstDays",
  "StripeCloseState: Stripe_Close__c WHERE SetupOwnerId = :UserInfo.getOrganizationId()",
  "StripeDiscountSelector: Stripe_Discount__c WHERE Ends_At__c >= :since AND Ends_At__c <= :until",
  // Of jobs that read from Stripe: the rows of the last minute, by the index of CreatedDate, and 500 at most.
  "StripeEventLogSelector: Stripe_Webhook_Event__c WHERE CreatedDate >= :now.addSeconds(-DECIDED_WITHIN_SECONDS) AND (Created_At__c >= :second OR Processed_At__c >= :second) AND Created_At__c <= :now.addSeconds(DECIDED_WITHIN_SECONDS) AND Status__c != :StripeEventLog.WAITING",
  // Of the daily look at expiring cards: its open alerts, up to a limit.
  "StripeExpiringCardsSelector: Stripe_Alert__c WHERE Kind__c = :StripeAlertSign.CARD_EXPIRING AND Status__c != 'Resolved'",
  "StripeMonthMoneySelector: Payment_Transaction__c WHERE SystemModstamp >= :since AND Transaction_Date__c < :until",
  "StripeMonthMoneySelector: Stripe_Invoice__c WHERE SystemModstamp >= :since AND Finalized_At__c < :until",
  // Of a job that reads what plans are called: 200 of those a job wrote within a day, by the index of SystemModstamp.
  "StripePricingPlanSelector: Pricing_Plan__c WHERE SystemModstamp >= :since AND Is_Current__c = TRUE AND Product_Event_At__c = NULL AND Stripe_Product_ID__c != NULL",
  // Of the page of a month's figures: one row a month, account and currency.
  "StripeRevenueFigures: Stripe_Revenue_Month__c WHERE Month__c >= :lastMonth AND Stripe_Account_ID__c IN :accounts AND Livemode__c = :origin.isLivemode",
  "StripeSnapshotSelector: Stripe_MRR_Snapshot__c WHERE Day__c != NULL",
  "StripeSnapshotSelector: Stripe_MRR_Snapshot__c WHERE Day__c = :day",
];

/**
 * Whether a field of an object has an index: a lookup, an external id, or one every object has; also of a parent.
 * @param field as in SOQL, `Parent__r.Key__c` included
 */
function isIndexed(object: string, field: string): boolean {
  if (ALWAYS_INDEXED.has(field)) return true;
  const [relation = "", ...rest] = field.split(".");
  const xml = definitionOf(object, relation.replace(/__r$/, "__c"));
  if (rest.length > 0) {
    const parent = /<referenceTo>(\w+)<\/referenceTo>/.exec(xml)?.[1] ?? "";
    return isIndexed(parent, rest.join("."));
  }
  return (
    /<type>(Lookup|MasterDetail)<\/type>/.test(xml) ||
    /<externalId>true<\/externalId>/.test(xml) ||
    /<unique>true<\/unique>/.test(xml)
  );
}

/** The metadata of a field; empty for one that is not ours. */
function definitionOf(object: string, field: string): string {
  const file = path.join(SOURCE, "objects", object, "fields", `${field}.field-meta.xml`);
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

function classes(): string[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(path.join(SOURCE, "classes", folder), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".cls") && !/(Test|Fixture)\.cls$/.test(file))
      .map((file) => path.join(SOURCE, "classes", folder, file)),
  );
}

function unselective(): string[] {
  return classes()
    .flatMap((file) => {
      const apex = readFileSync(file, "utf8");
      if (/^@IsTest/im.test(apex)) return [];
      return (
        queriesIn(apex)
          // Standard objects and custom metadata are few, or Salesforce's own.
          .filter(({ isOfBatch, object }) => !isOfBatch && object.endsWith("__c"))
          .filter(({ object, where }) => !isSelective(where, (field) => isIndexed(object, field)))
          .map(({ object, where }) => `${path.basename(file, ".cls")}: ${object} WHERE ${where}`)
      );
    })
    .sort();
}

describe("the queries of the event path", () => {
  it("find their rows by ids, external ids or lookups that are given", () => {
    expect(unselective()).toEqual(EXEMPT);
  });
});

describe("a condition", () => {
  const indexed = (field: string): boolean => field === "Id" || field === "Parent__c";

  it.each([
    ["Id IN :ids", true],
    ["Status__c = 'Open'", false],
    ["Parent__c IN :ids AND Status__c = 'Open'", true],
    ["Parent__c IN :ids OR Status__c = :word", false],
    ["Id IN :ids OR (Parent__c IN :parents AND Kind__c = :kind)", true],
    ["(Id IN :ids OR Kind__c = :kind) AND Done__c = FALSE", false],
    ["Id NOT IN :ids", false],
    ["Id != NULL", false],
    ["", false],
  ])("%s is selective: %s", (condition, expected) => {
    expect(isSelective(condition, indexed)).toBe(expected);
  });

  it("is split outside of brackets alone", () => {
    expect(partsOf("A__c = 1 AND (B__c = 2 AND C__c = 3)", "AND")).toEqual([
      "A__c = 1",
      "(B__c = 2 AND C__c = 3)",
    ]);
  });
});
