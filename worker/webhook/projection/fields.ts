import * as z from "zod/mini";

import { orElse } from "./allow-list.ts";

/** A Stripe id. Stripe promises at most 255 characters. https://docs.stripe.com/upgrades#what-changes-does-stripe-consider-to-be-backwards-compatible */
export const stripeId = z.string().check(z.minLength(1), z.maxLength(255));

/** A reference to another object, plain or expanded, reduced to its id. */
export const reference = z.union([
  stripeId,
  z.pipe(
    z.object({ id: stripeId }),
    z.transform(({ id }) => id),
  ),
]);

/** Free text or one of Stripe's words: its lists of words grow, so none is checked here. */
export const text = z.string();

export const flag = z.boolean();

/** Unix seconds. */
export const timestamp = z.int();

/** Minor units of the currency. zod's `int` refuses what JavaScript cannot hold exactly. */
export const minorUnits = z.int();

/** A whole number or, like `percent_off`, not. */
export const number = z.number();

/** A decimal of any precision, a string on the wire. */
export const decimal = z.union([
  z.string(),
  z.pipe(
    z.number(),
    z.transform((value) => String(value)),
  ),
]);

/** True or not there: Stripe marks a deleted object by `deleted: true` and others not at all. */
export const onlyTrue = z.pipe(
  z.unknown(),
  z.transform((value) => (value === true ? true : undefined)),
);

const SALESFORCE_PREFIX = "salesforce_";

/** Only what Salesforce put there: other systems keep personal data in metadata. A null is the past of a key that is new. */
export const salesforceMetadata = orElse(
  z.pipe(
    z.record(z.string(), z.unknown()),
    z.transform((metadata) =>
      Object.fromEntries(
        Object.entries(metadata).filter(
          ([key, value]) =>
            key.startsWith(SALESFORCE_PREFIX) && (typeof value === "string" || value === null),
        ),
      ),
    ),
  ),
  {},
);
