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

export type ParsedSetupCommand =
  | { readonly kind: "command"; readonly command: SetupCommand | RemoveCommand }
  | { readonly kind: "help" }
  | { readonly kind: "refused"; readonly message: string };

export const USAGE = `Usage: STRIPE_API_KEY=rk_… npm run setup -- scratch|sandbox --org ALIAS [options]

Brings a Salesforce org to where it can work with the relay: deploys force-app, gives users their permission sets, lets the External Client App
sign in, stores the Stripe key, schedules the jobs. What is done already stays; run it again after whatever went wrong.

  scratch               makes the scratch org ALIAS from config/stripe-scratch-def.json when there is none
  sandbox               any org that ALIAS is logged in to (sf org login web --alias ALIAS)
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
  if ((kind !== "scratch" && kind !== "sandbox" && kind !== "remove") || rest.length > 0)
    return refused("Name the kind of org, scratch or sandbox, or remove.");
  if (values.org === undefined || values.org === "") return refused("--org is missing: which org?");
  if (kind === "remove") {
    const strange = SETTING_UP.find((option) => values[option] !== undefined);
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
  if (values["dev-hub"] !== undefined && kind !== "scratch")
    return refused("--dev-hub belongs to scratch.");
  const financeUsers = values.finance?.split(",").map((name) => name.trim()) ?? [];
  const named = [values["relay-user"], values["trigger-user"], ...financeUsers];
  const wrong = named.find((name) => name !== undefined && !USERNAME.test(name));
  if (wrong !== undefined) return refused(`"${wrong}" is no username.`);
  const stripeKey = environment["STRIPE_API_KEY"] ?? "";
  if (stripeKey !== "" && !/^(?:rk|sk)_(?:test|live)_\w+$/.test(stripeKey))
    return refused("STRIPE_API_KEY is no Stripe key (rk_… or sk_…).");
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

function refused(message: string): ParsedSetupCommand {
  return { kind: "refused", message };
}
