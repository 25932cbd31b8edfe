import { readFileSync } from "node:fs";
import path from "node:path";
import type { Shape, Shapes } from "./shapes-of-types.ts";

/** The versions whose shapes stand in this folder, oldest first. */
export const KNOWN_VERSIONS = [
  "2020-08-27",
  "2024-06-20",
  "2025-03-31.basil",
  "2025-09-30.clover",
  "2026-10-28.endive",
] as const;
export type KnownVersion = (typeof KNOWN_VERSIONS)[number];

/**
 * Sent though no type has it, or not sent though one does: lists count what they have, and a subscription to one price tells of it as its plan.
 * Source: events and objects that stripe/sync-engine, getlago/lago-api, pay-rails/pay and dj-stripe have recorded, of 2020-03-02 to
 * 2025-04-30.basil.
 */
const AS_RECORDED: Readonly<Record<string, Shape>> = {
  charge: {
    "destination?": "null|string",
    "dispute?": "null|string",
    "order?": "null|string",
    "refunds.total_count?": "number",
  },
  "checkout.session": {
    "permissions?": "any",
    "shipping?": "any",
    "shipping_rate?": "null|string",
  },
  dispute: { "balance_transaction?": "null|string" },
  // One that is to come has none yet.
  invoice: { "id?": "string", "lines.total_count?": "number" },
  payment_intent: { "charges.total_count?": "number" },
  product: {
    "attributes.*": "string",
    "attributes?": "list|null",
    "caption?": "null|string",
    "features.*": "any",
    "features?": "list",
  },
  subscription: {
    "items.total_count?": "number",
    "plan?": "<plan>|null",
    "quantity?": "null|number",
  },
};

/**
 * What a version brought and older ones do not show. All else that is new is added to every version alike.
 * Sources: https://docs.stripe.com/upgrades#what-changes-does-stripe-consider-to-be-backwards-compatible, https://docs.stripe.com/changelog
 */
const BROUGHT_BY: readonly (readonly [KnownVersion, Readonly<Record<string, RegExp>>])[] = [
  [
    "2025-03-31.basil",
    {
      invoice: /^(parent|payments|total_taxes|confirmation_secret)\b/,
      line_item: /^(parent|pricing|taxes)\b/,
      subscription_item: /^current_period_(start|end)\b/,
      credit_note: /^total_taxes\b/,
      credit_note_line_item: /^taxes\b/,
    },
  ],
  ["2025-09-30.clover", { discount: /^source\b/, promotion_code: /^promotion\b/ }],
];

const shapes = new Map<KnownVersion, Shapes["objects"]>();
const kept = new Map<KnownVersion, Shapes["objects"]>();

/** What a version has by its own types, by the name in an object's `object` field; with what is sent and typed nowhere. */
export function shapesAt(version: KnownVersion): Shapes["objects"] {
  const known = shapes.get(version);
  if (known !== undefined) return known;
  const file = path.join(import.meta.dirname, `${version}.json`);
  // `derive.ts` wrote it.
  const { objects } = JSON.parse(readFileSync(file, "utf8")) as Shapes;
  const all = Object.fromEntries(
    Object.entries(objects).map(([name, shape]) => [name, asRecorded(name, shape)]),
  );
  shapes.set(version, all);
  return all;
}

function asRecorded(name: string, shape: Shape): Shape {
  const recorded = AS_RECORDED[name] ?? {};
  const typed = Object.entries(shape).filter(([path]) => !(`${path}?` in recorded));
  return { ...Object.fromEntries(typed), ...recorded };
}

/** What may stand in an object of a version beside what its types name: what was added to every version since they were written. */
export function addedSince(version: KnownVersion): Shapes["objects"] {
  const known = kept.get(version);
  if (known !== undefined) return known;
  const added: Record<string, Record<string, string>> = {};
  for (const later of laterThan(version)) {
    for (const [object, shape] of Object.entries(shapesAt(later))) {
      const all = (added[object] ??= {});
      for (const [path, kinds] of Object.entries(withoutBrought(object, shape, version)))
        all[path] = all[path] === undefined ? kinds : `${all[path]}|${kinds}`;
    }
  }
  kept.set(version, added);
  return added;
}

function laterThan(version: KnownVersion): readonly KnownVersion[] {
  return KNOWN_VERSIONS.slice(KNOWN_VERSIONS.indexOf(version) + 1);
}

function withoutBrought(object: string, shape: Shape, version: KnownVersion): Shape {
  const brought = BROUGHT_BY.filter(([since]) => since > version).flatMap(
    ([, fields]) => fields[object] ?? [],
  );
  return Object.fromEntries(
    Object.entries(shape).filter(([field]) => !brought.some((each) => each.test(field))),
  );
}
