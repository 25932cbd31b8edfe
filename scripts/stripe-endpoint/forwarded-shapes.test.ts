/**
 * What the edge forwards and Apex reads is held against Stripe's own description of the pinned version: each path is a field there, and each word of
 * its lists is one that Apex decides by, or one that is shown as it comes.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { kindsAlong } from "../../local/stripe/shapes/kinds-along.ts";
import { shapesAt } from "../../local/stripe/shapes/known-versions.ts";
import { fieldsOf } from "../../worker/testing/payload-contract.ts";
import { eventTypeOf, FORWARDED_EVENT_TYPES } from "../../worker/webhook/event-types.ts";

const METADATA = path.resolve(import.meta.dirname, "../../force-app/main/default");
const PINNED = shapesAt("2026-10-28.endive");

const KINDS = [
  ...new Set(FORWARDED_EVENT_TYPES.flatMap((type) => eventTypeOf(type)?.object ?? [])),
];

/** Made by the edge of what the object holds elsewhere, or sent by older versions alone. */
const MADE_AT_THE_EDGE: Readonly<Record<string, RegExp>> = {
  charge: /^invoice$/,
  discount: /^(coupon|percent_off|amount_off|currency|duration)$/,
  payment_intent: /^(invoice|payment_method_details(\..+)?)$/,
  subscription: /(^|\.)discounts\.\*\.(coupon|percent_off|amount_off|currency|duration)$/,
};

/** Words that no rule asks for: they are shown or compared as they come, or mean what no other word does. */
const SHOWN_AS_SENT: Readonly<Record<string, string>> = {
  "checkout.session mode": "setup",
  "invoice status_details.uncollectible.reason": "payment_not_received user_forgiven",
  // Stripe's own housekeeping in test mode: nobody wanted it and no payment failed. https://docs.stripe.com/changelog/dahlia
  "subscription cancellation_details.reason": "canceled_by_retention_policy",
  "subscription cancellation_details.feedback":
    "customer_service low_quality missing_features other switched_service too_complex too_expensive unused",
  "subscription items.data.*.price.tax_behavior": "exclusive unspecified",
  "subscription items.data.*.price.transform_quantity.round": "down",
};

const written = readdirSync(METADATA, { recursive: true, encoding: "utf8" })
  .filter((file) => /(?<!Test)\.cls$|\.field-meta\.xml$/.test(file))
  .map((file) => readFileSync(path.join(METADATA, file), "utf8"))
  .join("\n");

function isWritten(word: string): boolean {
  return written.includes(`'${word}'`) || written.includes(`<fullName>${word}</fullName>`);
}

describe.each(KINDS)("what the edge forwards of a %s", (kind) => {
  const fields = fieldsOf(kind).filter((field) => MADE_AT_THE_EDGE[kind]?.test(field) !== true);

  it("is in the pinned version", () => {
    expect(fields.filter((field) => kindsAlong(PINNED, kind, field) === undefined)).toEqual([]);
  });

  it("has no word that Apex neither decides by nor shows as it comes", () => {
    const unknown = fields.flatMap((field) => {
      const shown = SHOWN_AS_SENT[`${kind} ${field}`]?.split(" ") ?? [];
      const words = (kindsAlong(PINNED, kind, field) ?? []).flatMap(
        (each) => /^'(.+)'$/.exec(each)?.[1] ?? [],
      );
      return words
        .filter((word) => !shown.includes(word) && !isWritten(word))
        .map((word) => `${field}: ${word}`);
    });
    expect(unknown).toEqual([]);
  });
});
