import * as z from "zod/mini";

const values = z.record(z.string(), z.json());

/** `Payload__c` of an update as the webhook writes it. One cut down to ids proves nothing about order. */
const payload = z.looseObject({ object: values, previous_attributes: values });

export type Payload = z.infer<typeof payload>;
type Json = z.infer<typeof values>[string];
type Values = z.infer<typeof values>;

export function readPayload(text: string): Payload | null {
  const parsed = payload.safeParse(JSON.parse(text));
  return parsed.success && Object.keys(parsed.data.previous_attributes).length > 0
    ? parsed.data
    : null;
}

/** Whether `later` can be the update right after `earlier` or a few later: what it says was before is what `earlier` left. */
export function isSuccessor(later: Payload, earlier: Payload): boolean {
  return agrees(later.previous_attributes, earlier.object);
}

/** What all of a chain changed, as it was before the first of them. */
export function mergedPrevious(chain: readonly Payload[]): Values {
  return chain.reduceRight<Values>(
    (later, { previous_attributes: earlier }) => over(earlier, later),
    {},
  );
}

/** Absent and null say the same in Stripe's `previous_attributes`. A hash names only its keys that changed. */
function agrees(previous: Json, current: Json | undefined): boolean {
  const now = current ?? null;
  return isHash(previous) && isHash(now)
    ? Object.entries(previous).every(([key, value]) => agrees(value, now[key]))
    : isSame(previous, now);
}

function over(earlier: Values, later: Values): Values {
  const merged: Values = { ...later, ...earlier };
  for (const [key, value] of Object.entries(earlier)) {
    const other = later[key];
    if (isHash(value) && other !== undefined && isHash(other)) merged[key] = over(value, other);
  }
  return merged;
}

function isSame(a: Json, b: Json): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => isSame(item, b[index] ?? null));
  }
  if (isHash(a) && isHash(b)) {
    const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
    return [...keys].every((key) => isSame(a[key] ?? null, b[key] ?? null));
  }
  return a === b;
}

function isHash(value: Json): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
