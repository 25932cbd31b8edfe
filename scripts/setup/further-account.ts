/** Has an org that is set up work with a further Stripe account, the other mode of one, or a connected account. */
import type { RunCommand } from "../deploy/run-command.ts";
import type { AccountCommand } from "./command.ts";
import { recordXml } from "./custom-metadata-record.ts";
import { Org, SetupError } from "./org.ts";
import { deployFiles } from "./org-metadata.ts";
import { isInstalled } from "./our-components.ts";
import type { StripeAccount } from "./stripe-account.ts";
import { OWN_CREDENTIAL, storeStripeKey } from "./stripe-key.ts";

/** Named and external credentials that stand ready, each pair of one name. */
export const FREE_CREDENTIALS: readonly string[] = ["Stripe_API_2", "Stripe_API_3", "Stripe_API_4"];

export interface AccountOutside {
  readonly run: RunCommand;
  readonly print: (line: string) => void;
  /** The account of a Stripe key, or why it cannot be told. */
  readonly accountOf: (key: string) => Promise<StripeAccount | string>;
}

/** A record of Stripe_Account__mdt. */
interface AccountRow extends StripeAccount {
  readonly credential: string;
  readonly isConnected: boolean;
}

/**
 * Run again for the same account it stores another key.
 *
 * @throws SetupError where nothing is installed, the key is the org's own, or no credential is free
 */
export async function addAccount(
  command: AccountCommand,
  root: string,
  { run, print, accountOf }: AccountOutside,
): Promise<void> {
  const org = new Org(command.org, run, print, command.dryRun);
  if (!(await isInstalled(org)) && !org.dryRun)
    throw new SetupError(
      `Nothing of this project is in the org ${command.org}: run "npm run setup -- sandbox" first.`,
    );
  const own = await ownAccount(org);
  const rows = await accountRows(org);
  const row =
    command.connected === null
      ? await rowOfKey(command, { own, rows, accountOf })
      : connectedRow(command.connected, command, { own, rows });

  print(`1. ${row.id}, ${modeOf(row)} mode: the credential ${row.credential}`);
  if (row.isConnected) print("   of its platform");
  else await storeStripeKey(org, command.stripeKey ?? "", row.credential);

  print("2. Stripe Account Setting");
  const name = recordName(row);
  await deployFiles(org, root, {
    [`customMetadata/Stripe_Account.${name}.md-meta.xml`]: recordXml(name, {
      Account_ID__c: row.id,
      Livemode__c: row.livemode,
      Named_Credential__c: row.credential,
      Is_Connected__c: row.isConnected,
    }),
  });

  print("\nLeft to do by hand:");
  for (const line of leftToDo(command.org, row)) print(`- ${line}`);
}

async function ownAccount(org: Org): Promise<StripeAccount | null> {
  const [row] = await org.query(
    "SELECT Account_ID__c, Livemode__c FROM Stripe_Setting__mdt WHERE DeveloperName = 'Default'",
  );
  const id = row?.["Account_ID__c"];
  if (typeof id === "string" && id !== "") return { id, livemode: row?.["Livemode__c"] === true };
  if (org.dryRun) return null;
  throw new SetupError(
    "The org's own account has no name yet, so it could not be told from another: run setup with its STRIPE_API_KEY, or name it in the Stripe Setting.",
  );
}

async function accountRows(org: Org): Promise<readonly AccountRow[]> {
  const rows = await org.query(
    "SELECT Account_ID__c, Livemode__c, Named_Credential__c, Is_Connected__c FROM Stripe_Account__mdt",
  );
  return rows.map((row) => ({
    id: text(row["Account_ID__c"]),
    livemode: row["Livemode__c"] === true,
    credential: text(row["Named_Credential__c"]),
    isConnected: row["Is_Connected__c"] === true,
  }));
}

interface Known {
  readonly own: StripeAccount | null;
  readonly rows: readonly AccountRow[];
}

async function rowOfKey(
  { stripeKey, credential, dryRun }: AccountCommand,
  { own, rows, accountOf }: Known & Pick<AccountOutside, "accountOf">,
): Promise<AccountRow> {
  if (stripeKey === null) throw new SetupError("STRIPE_API_KEY is not set: whose account is it?");
  const account: StripeAccount | string = dryRun
    ? { id: "acct_of_the_key", livemode: stripeKey.includes("_live_") }
    : await accountOf(stripeKey);
  if (typeof account === "string")
    throw new SetupError(
      `Stripe does not tell whose the key is (${account}). A restricted key needs to read accounts for that.`,
    );
  if (own !== null && isSame(own, account))
    throw new SetupError(
      `The key is of ${account.id}, ${modeOf(account)} mode, which is the org's own: "npm run setup -- sandbox" stores that.`,
    );
  const known = rows.find((row) => isSame(row, account));
  const taken = new Set(
    rows.filter(({ isConnected }) => !isConnected).map((row) => row.credential),
  );
  const free = credential ?? known?.credential ?? FREE_CREDENTIALS.find((name) => !taken.has(name));
  if (free === undefined)
    throw new SetupError(
      `${FREE_CREDENTIALS.join(", ")} are taken. Make a Named and an External Credential of one name (principal StripePrincipal, permission sets Stripe Integration, Sell and Collect), and say --credential NAME.`,
    );
  return { ...account, credential: free, isConnected: false };
}

function connectedRow(id: string, { platform, mode }: AccountCommand, known: Known): AccountRow {
  const { own, rows } = known;
  const livemode = mode === null ? (own?.livemode ?? false) : mode === "live";
  const of = { id: platform ?? own?.id ?? "", livemode };
  if (id === of.id) throw new SetupError(`${id} is its own platform.`);
  const credential =
    own === null || isSame(own, of)
      ? OWN_CREDENTIAL
      : rows.find((row) => !row.isConnected && isSame(row, of))?.credential;
  if (credential === undefined)
    throw new SetupError(
      `The org has no key for ${modeOf(of)} mode of the platform ${of.id}: add that account first.`,
    );
  return { id, livemode, credential, isConnected: true };
}

function isSame(one: StripeAccount, other: StripeAccount): boolean {
  return one.id === other.id && one.livemode === other.livemode;
}

function modeOf({ livemode }: StripeAccount): "live" | "test" {
  return livemode ? "live" : "test";
}

/** A developer name: letters, digits and single underscores, 40 at most. */
function recordName(account: StripeAccount): string {
  return `${account.id.replace(/\W|_+$/g, "").slice(0, 35)}_${modeOf(account)}`;
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function leftToDo(org: string, row: AccountRow): readonly string[] {
  return [
    row.isConnected
      ? "The webhook endpoint of the platform for events of connected accounts, and its signing secret beside the others in stripe/webhook: npm run stripe:endpoint with the platform's key and --connect (docs/deploy.md)."
      : "The webhook endpoint of the account, and its signing secret beside the others in stripe/webhook: npm run stripe:endpoint with this key and --further (docs/deploy.md).",
    `What the account has already: npm run reconcile -- --org ${org} --import --account ${row.id} --mode ${modeOf(row)}`,
  ];
}
