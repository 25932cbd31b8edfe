import { randomBytes } from "node:crypto";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** Letters and digits after the prefix, as many as Stripe's own ids of that kind have. */
const LENGTHS = {
  ba_1: 23,
  bps_1: 23,
  card_1: 23,
  ch_3: 23,
  clock_1: 23,
  cn_1: 23,
  cnli_1: 23,
  cs_test_a1: 56,
  cus_: 14,
  di_1: 23,
  du_1: 23,
  evt_1: 23,
  evt_3: 23,
  ii_1: 23,
  il_1: 23,
  in_1: 23,
  inpay_1: 23,
  li_1: 23,
  mtr_1: 23,
  mtr_evt_1: 23,
  pi_3: 23,
  pm_1: 23,
  po_1: 23,
  pr_1: 23,
  price_1: 23,
  prod_: 14,
  promo_1: 23,
  re_3: 23,
  req_: 14,
  seti_1: 23,
  si_: 14,
  sub_1: 23,
  sub_sched_1: 23,
  txn_1: 23,
  txn_3: 23,
  we_1: 23,
} as const;

export type IdPrefix = keyof typeof LENGTHS;

/** A new id of Stripe's form, for example `pi_3…`. */
export function newId(prefix: IdPrefix): string {
  return prefix + randomText(LENGTHS[prefix]);
}

/** Random letters and digits. */
export function randomText(length: number): string {
  let text = "";
  for (const byte of randomBytes(length)) text += ALPHABET.charAt(byte % ALPHABET.length);
  return text;
}
