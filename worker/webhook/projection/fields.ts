import * as z from "zod";

/** A Stripe id. Stripe promises at most 255 characters. https://docs.stripe.com/upgrades#what-changes-does-stripe-consider-to-be-backwards-compatible */
export const stripeId = z.string().min(1).max(255);

/** A reference to another object, plain or expanded, reduced to its id; absent counts as null. */
export const reference = z
  .union([stripeId, z.object({ id: stripeId }).transform(({ id }) => id)])
  .nullish()
  .transform((id) => id ?? null);

export const text = z
  .string()
  .nullish()
  .transform((value) => value ?? null);

/** Unix seconds. */
export const timestamp = z.int();

/** Minor units of the currency. zod's `int` refuses what JavaScript cannot hold exactly. */
export const minorUnits = z.int();

const SALESFORCE_PREFIX = "salesforce_";

/** Only what Salesforce put there: other systems keep personal data in metadata. */
export const salesforceMetadata = z
  .record(z.string(), z.unknown())
  .nullish()
  .transform((metadata) =>
    Object.fromEntries(
      Object.entries(metadata ?? {}).filter(
        (entry): entry is [string, string] =>
          entry[0].startsWith(SALESFORCE_PREFIX) && typeof entry[1] === "string",
      ),
    ),
  );
