import { readFile } from "node:fs/promises";
import path from "node:path";
import Stripe from "stripe";
import { deployFiles } from "./org-metadata.ts";
import type { Org } from "./org.ts";

const SETTING = "customMetadata/Stripe_Setting.Default.md-meta.xml";

export interface StripeAccount {
  /** `acct_…`. */
  readonly id: string;
  readonly livemode: boolean;
}

/**
 * The account a key belongs to. A restricted key has to read accounts for that.
 * https://docs.stripe.com/api/accounts/retrieve
 * @returns why it cannot be told, when it cannot
 */
export async function accountOf(key: string): Promise<StripeAccount | string> {
  try {
    const { id } = await new Stripe(key, { telemetry: false }).accounts.retrieveCurrent();
    return { id, livemode: /^[rs]k_live_/.test(key) };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** The setting as the repository has it, of this account and mode: what Stripe sends of another is ignored from then on. */
export function settingOf(xml: string, { id, livemode }: StripeAccount): string {
  const filled = withValue(xml, "Account_ID__c", `<value xsi:type="xsd:string">${id}</value>`);
  return withValue(filled, "Livemode__c", `<value xsi:type="xsd:boolean">${livemode}</value>`);
}

/** Writes account and mode into the org's own Stripe Setting. */
export async function storeAccount(org: Org, root: string, account: StripeAccount): Promise<void> {
  const xml = await readFile(path.join(root, "force-app/main/default", SETTING), "utf8");
  await deployFiles(org, root, { [SETTING]: settingOf(xml, account) });
}

function withValue(xml: string, field: string, value: string): string {
  const found = new RegExp(`(<field>${field}</field>\\s*)<value[^>]*?(?:/>|>[^<]*</value>)`);
  if (!found.test(xml)) throw new Error(`${SETTING} has no ${field}.`);
  return xml.replace(found, (_, before: string) => `${before}${value}`);
}
