/**
 * For tests of reports: the rows of a business in two currencies, put past DML as the sync and the close would have left them, with the
 * worked numbers of finance among them.
 */
import type { OrgRuntime } from "../../org/src/org/org-runtime.ts";
import { KeptRows } from "./kept-rows.ts";
import { attempts, failedInvoices, moneyBack, openInvoices } from "./reported-payments.ts";
import { payouts } from "./reported-payouts.ts";
import { close, health, subscriptions, workedBalance } from "./reported-revenue.ts";
import { differences, events, secondAccount } from "./reported-syncing.ts";

export function reportedBusiness(org: OrgRuntime): void {
  const rows = new KeptRows(org);
  subscriptions(rows);
  workedBalance(rows);
  attempts(rows);
  failedInvoices(rows);
  openInvoices(rows);
  close(rows);
  health(rows);
  moneyBack(rows);
  payouts(rows);
  events(rows);
  differences(rows);
  secondAccount(rows);
}
