import { glob } from "node:fs/promises";
import path from "node:path";
import Stripe from "stripe";
import { recordXml, type SettingValues } from "./custom-metadata-record.ts";
import { deployFiles } from "./org-metadata.ts";
import { SetupError, type Org } from "./org.ts";

const SETTING = "customMetadata/Stripe_Setting.Default.md-meta.xml";
const FIELDS = "force-app/main/default/objects/Stripe_Setting__mdt/fields";
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

/** The setting as it stands in the org, of this account and mode: what Stripe sends of another is ignored from then on. */
export function settingOf(standing: SettingValues, { id, livemode }: StripeAccount): string {
  return settingXml({ ...standing, Account_ID__c: id, Livemode__c: livemode });
}

function settingXml(values: SettingValues): string {
  return recordXml("Default", values);
}

/**
 * Writes account and mode into the org's own Stripe Setting; whatever else an administrator set there stays.
 * @returns the account the setting named before; null when it named none, or this one already
 */
export async function storeAccount(
  org: Org,
  root: string,
  account: StripeAccount,
): Promise<string | null> {
  const standing = await standingSetting(org, root);
  const before = standing["Account_ID__c"] ?? null;
  if (before === account.id && standing["Livemode__c"] === account.livemode) return null;
  await deployFiles(org, root, { [SETTING]: settingOf(standing, account) });
  return typeof before === "string" && before !== account.id ? before : null;
}

/**
 * Lets contacts and accounts become Stripe customers by themselves, from now on.
 * @returns whether they did not before
 */
export async function switchCustomersOn(org: Org, root: string): Promise<boolean> {
  const standing = await standingSetting(org, root);
  if (standing["Create_Customers__c"] === true) return false;
  await deployFiles(org, root, {
    [SETTING]: settingXml({ ...standing, Create_Customers__c: true }),
  });
  return true;
}

/** Whether contacts and accounts become Stripe customers by themselves; undefined in a dry run. */
export async function createsCustomers(org: Org): Promise<boolean | undefined> {
  const [row] = await org.query(
    "SELECT Create_Customers__c FROM Stripe_Setting__mdt WHERE DeveloperName = 'Default'",
  );
  return row === undefined ? undefined : row["Create_Customers__c"] === true;
}

async function standingSetting(org: Org, root: string): Promise<SettingValues> {
  const fields: string[] = [];
  for await (const file of glob(`${FIELDS}/*.field-meta.xml`, { cwd: root }))
    fields.push(path.basename(file, ".field-meta.xml"));
  fields.sort();
  const [row] = await org.query(
    `SELECT ${fields.join(", ")} FROM Stripe_Setting__mdt WHERE DeveloperName = 'Default'`,
  );
  // The deploy has brought it where it was missing.
  if (row === undefined) throw new SetupError("The org has no record Default of Stripe Setting.");
  return Object.fromEntries(fields.map((field) => [field, row[field] ?? null]));
}
