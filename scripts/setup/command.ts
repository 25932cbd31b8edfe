import { parseArgs } from "node:util";

export interface SetupCommand {
  readonly org: string;
  /** A scratch org is made when it is not there; a sandbox has to be. */
  readonly kind: "scratch" | "sandbox";
  readonly devHub: string | null;
  /** Usernames of users the org has already; null has the relay's user made and the trigger run as who runs this. */
  readonly relayUser: string | null;
  readonly triggerUser: string | null;
  readonly financeUsers: readonly string[];
  /** The restricted key Apex calls Stripe with; null leaves what the org has. */
  readonly stripeKey: string | null;
  /** Whether contacts and accounts become Stripe customers by themselves from now on; false leaves it as the org has it. */
  readonly createCustomers: boolean;
  readonly seed: boolean;
  readonly dryRun: boolean;
}

/** Undoes a setup. */
export interface RemoveCommand {
  readonly org: string;
  readonly kind: "remove";
  /** Whether objects and fields go too, and with them every record. */
  readonly withData: boolean;
  /** Whether nobody is asked. */
  readonly confirmed: boolean;
  readonly dryRun: boolean;
}

/** Has an org that is set up work with a further Stripe account, or mode. */
export interface AccountCommand {
  readonly org: string;
  readonly kind: "account";
  /** The account's key; of a connected account nothing is asked of it. */
  readonly stripeKey: string | null;
  /** Named Credential to use; null takes one that stands ready. */
  readonly credential: string | null;
  /** A connected account, `acct_…`, reached with the key of its platform; null for the account of the key. */
  readonly connected: string | null;
  /** Of a connected account; null for the org's own account. */
  readonly platform: string | null;
  /** Of a connected account; null for the mode of the org's own. */
  readonly mode: "live" | "test" | null;
  readonly dryRun: boolean;
}

export type ParsedSetupCommand =
  | { readonly kind: "command"; readonly command: SetupCommand | RemoveCommand | AccountCommand }
  | { readonly kind: "help" }
  | { readonly kind: "refused"; readonly message: string };

export const USAGE = `Usage: STRIPE_API_KEY=rk_… npm run setup -- scratch|sandbox|account --org ALIAS [options]

Brings a Salesforce org to where it can work with the relay: deploys force-app, gives users their permission sets, lets the External Client App
sign in, stores the Stripe key, schedules the jobs. What is done already stays; run it again after whatever went wrong.

  scratch               makes the scratch org ALIAS from config/stripe-scratch-def.json when there is none
  sandbox               any org that ALIAS is logged in to (sf org login web --alias ALIAS)
  account               a further Stripe account, or the other mode of one: that of the key in STRIPE_API_KEY. The org has to be set up.
  remove                undoes it: jobs, assignments, code and metadata go, the relay's user is deactivated; objects, fields and their
                        records stay unless --with-data is said. Asks first.

  --org ALIAS           alias or username
  --dev-hub ALIAS       where a scratch org is made (default: sf's own)
  --relay-user NAME     username the relay signs in as; without it an integration user is made
  --trigger-user NAME   username the event trigger runs as (default: you)
  --finance NAME,…      usernames who get alerts in the queue Stripe Finance
  --create-customers    contacts and accounts become Stripe customers by themselves from now on; a new installation waits for
                        that, so that what Stripe has is brought in first (npm run reconcile -- --import)
  --seed                sample data (npm run seed)
  --credential NAME     account: a Named Credential of yours, in the place of one that stands ready
  --connected acct_…    account: a connected account in the place of the key's, reached with the key of its platform:
  --platform acct_…     … which is this one (default: the org's own account)
  --mode live|test      … in this mode (default: the org's own)
  --with-data           remove: objects, fields and every record in them, too
  --yes                 remove: does not ask
  --dry-run             only show the commands
  -h, --help

Without STRIPE_API_KEY the Stripe key of the org stays as it is.`;

/** A username is an e-mail address in shape; anything else could not stand in a query as it is. */
const USERNAME = /^[\w.+%-]+@[\w.-]+$/;

const SETTING_UP = [
  "dev-hub",
  "relay-user",
  "trigger-user",
  "finance",
  "create-customers",
  "seed",
] as const;

const OF_ACCOUNT = ["credential", "connected", "platform", "mode"] as const;
const ACCOUNT_ID = /^acct_\w{1,35}$/;

export function parseSetupCommand(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): ParsedSetupCommand {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        org: { type: "string" },
        "dev-hub": { type: "string" },
        "relay-user": { type: "string" },
        "trigger-user": { type: "string" },
        finance: { type: "string" },
        "create-customers": { type: "boolean" },
        seed: { type: "boolean" },
        credential: { type: "string" },
        connected: { type: "string" },
        platform: { type: "string" },
        mode: { type: "string" },
        "with-data": { type: "boolean" },
        yes: { type: "boolean" },
        "dry-run": { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    return refused(error instanceof Error ? error.message : String(error));
  }
  const { values, positionals } = parsed;
  if (values.help === true) return { kind: "help" };
  const [kind, ...rest] = positionals;
  if (!isKind(kind) || rest.length > 0)
    return refused("Name the kind of org, scratch or sandbox, or account, or remove.");
  if (values.org === undefined || values.org === "") return refused("--org is missing: which org?");
  if (kind === "remove") {
    const strange = [...SETTING_UP, ...OF_ACCOUNT].find((option) => values[option] !== undefined);
    if (strange !== undefined) return refused(`--${strange} does not belong to remove.`);
    return {
      kind: "command",
      command: {
        org: values.org,
        kind,
        withData: values["with-data"] ?? false,
        confirmed: values.yes ?? false,
        dryRun: values["dry-run"] ?? false,
      },
    };
  }
  if (values["with-data"] !== undefined || values.yes !== undefined)
    return refused("--with-data and --yes belong to remove.");
  const stripeKey = environment["STRIPE_API_KEY"] ?? "";
  if (stripeKey !== "" && !/^(?:rk|sk)_(?:test|live)_\w+$/.test(stripeKey))
    return refused("STRIPE_API_KEY is no Stripe key (rk_… or sk_…).");
  if (kind === "account") return accountCommand(values.org, stripeKey, values);
  const ofAccount = OF_ACCOUNT.find((option) => values[option] !== undefined);
  if (ofAccount !== undefined) return refused(`--${ofAccount} belongs to account.`);
  if (values["dev-hub"] !== undefined && kind !== "scratch")
    return refused("--dev-hub belongs to scratch.");
  const financeUsers = values.finance?.split(",").map((name) => name.trim()) ?? [];
  const named = [values["relay-user"], values["trigger-user"], ...financeUsers];
  const wrong = named.find((name) => name !== undefined && !USERNAME.test(name));
  if (wrong !== undefined) return refused(`"${wrong}" is no username.`);
  return {
    kind: "command",
    command: {
      org: values.org,
      kind,
      devHub: values["dev-hub"] ?? null,
      relayUser: values["relay-user"] ?? null,
      triggerUser: values["trigger-user"] ?? null,
      financeUsers,
      stripeKey: stripeKey === "" ? null : stripeKey,
      createCustomers: values["create-customers"] ?? false,
      seed: values.seed ?? false,
      dryRun: values["dry-run"] ?? false,
    },
  };
}

function isKind(kind: string | undefined): kind is "scratch" | "sandbox" | "account" | "remove" {
  return ["scratch", "sandbox", "account", "remove"].includes(kind ?? "");
}

function accountCommand(
  org: string,
  stripeKey: string,
  values: {
    readonly [option in (typeof OF_ACCOUNT)[number] | (typeof SETTING_UP)[number]]?:
      string | boolean;
  } & { readonly "dry-run"?: boolean },
): ParsedSetupCommand {
  const strange = SETTING_UP.find((option) => values[option] !== undefined);
  if (strange !== undefined) return refused(`--${strange} does not belong to account.`);
  const { credential, connected, platform, mode } = values;
  for (const id of [connected, platform])
    if (id !== undefined && !ACCOUNT_ID.test(String(id)))
      return refused(`"${String(id)}" is no Stripe account (acct_…).`);
  if (mode !== undefined && mode !== "live" && mode !== "test")
    return refused("--mode is live or test.");
  if (credential !== undefined && !/^[A-Za-z]\w{0,79}$/.test(String(credential)))
    return refused(`"${String(credential)}" is no name of a Named Credential.`);
  if (connected === undefined && (platform !== undefined || mode !== undefined))
    return refused("--platform and --mode belong to --connected: a key says its account and mode.");
  if (connected !== undefined && credential !== undefined)
    return refused("A connected account is reached with the credential of its platform.");
  if (connected === undefined && stripeKey === "")
    return refused("STRIPE_API_KEY is not set: whose account is it?");
  return {
    kind: "command",
    command: {
      org,
      kind: "account",
      stripeKey: stripeKey === "" ? null : stripeKey,
      credential: credential === undefined ? null : String(credential),
      connected: connected === undefined ? null : String(connected),
      platform: platform === undefined ? null : String(platform),
      mode: mode ?? null,
      dryRun: values["dry-run"] ?? false,
    },
  };
}

function refused(message: string): ParsedSetupCommand {
  return { kind: "refused", message };
}
