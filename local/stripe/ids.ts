import { randomBytes } from "node:crypto";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** Letters and digits after the prefix, as many as Stripe's own ids of that kind have. */
const LENGTHS = {
  ch_3: 23,
  cus_: 14,
  evt_1: 23,
  evt_3: 23,
  pi_3: 23,
  pm_1: 23,
  req_: 14,
} as const;

export type IdPrefix = keyof typeof LENGTHS;

/** A new id of Stripe's form, for example `pi_3…`. */
export function newId(prefix: IdPrefix): string {
  return prefix + randomText(LENGTHS[prefix]);
}

/** Random letters and digits. */
export function randomText(length: number): string {
  return [...randomBytes(length)].map((byte) => ALPHABET.charAt(byte % ALPHABET.length)).join("");
}
