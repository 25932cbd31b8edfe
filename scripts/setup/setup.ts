import path from "node:path";
import { complaintOf, type RunCommand } from "../deploy/run-command.ts";
import { relayUserOf, triggerUserOf } from "./chosen-users.ts";
import type { SetupCommand } from "./command.ts";
import { schedulableClasses, scheduleAgain, scheduleJobs, stopJobs } from "./jobs.ts";
import { Org, SetupError } from "./org.ts";
import { deleteRetired, retiredComponents } from "./deletion.ts";
import { deployOrgSpecifics, ORG_SPECIFIC_TYPES } from "./org-metadata.ts";
import { inventoryOf } from "./inventory.ts";
import { deployablePaths, isInstalled, refuseForeignComponents } from "./our-components.ts";
import { sayPersonAccounts } from "./person-accounts.ts";
import { SOURCE_FOLDERS } from "./source-folders.ts";
import {
  createsCustomers,
  storeAccount,
  switchCustomersOn,
  type StripeAccount,
} from "./stripe-account.ts";
import { storeStripeKey } from "./stripe-key.ts";
import { testClasses } from "./test-classes.ts";
import {
  assignIntegrationLicence,
  assignPermissionSet,
  assignPermissionSetGroup,
  currentUser,
  findUser,
  joinGroup,
} from "./users.ts";

const root = path.resolve(import.meta.dirname, "../..");
const FINANCE_QUEUE = "Stripe_Finance";
/** Who sees the reports on money; and those on events and the sync. */
const FINANCE_READERS = "Stripe_Finance_Readers";
const ADMIN_READERS = "Stripe_Admin_Readers";
/** Whose members administrators change in Setup: prices, switches, settings, the members of a queue. */
const ADMINISTRATORS_TYPES = ["CustomMetadata", "Queue"];

export interface Outside {
  readonly run: RunCommand;
  readonly print: (line: string) => void;
  /** The account of a Stripe key, or why it cannot be told. */
  readonly accountOf: (key: string) => Promise<StripeAccount | string>;
}

/** @throws SetupError at the first step that fails; the steps before it are done, and a second run passes over them */
export async function setUp(command: SetupCommand, outside: Outside): Promise<void> {
  const { run, print } = outside;
  const org = new Org(command.org, run, print, command.dryRun);
  let number = 0;
  const step = (title: string): void => print(`${++number}. ${title}`);

  step(`The org ${command.org}`);
  await ensureOrg(org, command);

  const isLive = await isInstalled(org);
  if (isLive) await refuseNewForeignComponents(org, print);
  else await refuseForeignComponents(org, root);

  const jobs = await schedulableClasses(root);
  await sayPersonAccounts(org, print);

  step(isLive ? "Deploy the release, the jobs stopped meanwhile" : "Deploy the release");
  const sources = await sourcesToDeploy(org, isLive, print);
  if (isLive) await stopJobs(org, root);
  const tests = (await testClasses(root)).flatMap((name) => ["--tests", name]);
  try {
    await org.command([
      ...["project", "deploy", "start", ...sources, "--wait", "60"],
      ...(command.kind === "sandbox" ? ["--test-level", "RunSpecifiedTests", ...tests] : []),
    ]);
  } catch (error) {
    // What was installed before works on.
    if (isLive) await scheduleAgain(org);
    throw error;
  }

  if (isLive) {
    const gone = await deleteRetired(org, root, await retiredComponents(root));
    if (gone.length > 0)
      print(`   deleted, because this release has it no more: ${gone.join(", ")}`);
  }

  step("Users");
  const you = await currentUser(org);
  const relay = await relayUserOf(org, command, you.orgId, isLive);
  const trigger = await triggerUserOf(org, command, you, isLive);
  print(
    `   the relay signs in as ${relay.user.username}, the event trigger runs as ${trigger.user.username}`,
  );

  step("Permission sets");
  if (command.relayUser === null && !relay.isKept) await assignIntegrationLicence(org, relay.user);
  await assignPermissionSet(org, "Stripe_Relay", relay.user);
  await assignPermissionSet(org, "Stripe_Integration", trigger.user);
  await assignPermissionSetGroup(org, "Stripe_Admin", you);

  step("What belongs to this org alone: sign-in of the relay, user of the event trigger");
  const isDeployed = await deployOrgSpecifics(org, root, {
    relayUser: relay.isKept ? null : relay.user.username,
    triggerUser: trigger.isKept ? null : trigger.user.username,
  });
  if (!isDeployed) print("   left as it is (--relay-user, --trigger-user)");

  step("The Stripe key");
  if (command.stripeKey === null) print("   left as it is: STRIPE_API_KEY is not set");
  else await storeStripeKey(org, command.stripeKey);

  step("The Stripe account whose events are this org's");
  await storeAccountOf(command, org, outside);

  step("Members of the queue Stripe Finance and of the groups who see the reports");
  for (const name of command.financeUsers) {
    const user = await findUser(org, name);
    await joinGroup(org, "Queue", FINANCE_QUEUE, user);
    await joinGroup(org, "Regular", FINANCE_READERS, user);
  }
  await joinGroup(org, "Regular", ADMIN_READERS, you);
  if (command.financeUsers.length === 0) print("   none named (--finance)");

  step(`Scheduled jobs: ${jobs.join(", ")}`);
  if (jobs.length > 0) await scheduleJobs(org, jobs);

  if (command.createCustomers) {
    step("Contacts and accounts become Stripe customers by themselves");
    if (org.dryRun) print("   Create Customers in the Stripe Setting");
    else print((await switchCustomersOn(org, root)) ? "   from now on" : "   as they did before");
  }

  if (command.seed) {
    step("Sample data");
    await seed(command, run, print);
  }

  print(`\nLeft to do by hand:`);
  const isCreating = command.createCustomers || (await createsCustomers(org)) === true;
  for (const line of leftToDo(command, isCreating)) print(`- ${line}`);
}

/** Before a release over an earlier one: names that only this release has may be somebody else's. */
async function refuseNewForeignComponents(org: Org, print: Outside["print"]): Promise<void> {
  const known = await inventoryOf(org);
  if (known !== null) await refuseForeignComponents(org, root, known, ADMINISTRATORS_TYPES);
  else if (!org.dryRun)
    print(
      "   which components an earlier release brought is not known here: all that have names of ours are taken for ours",
    );
}

const BY_HAND =
  "name it in Setup → Custom Metadata Types → Stripe Setting → Default, Account ID and Livemode";

async function storeAccountOf(
  { stripeKey, dryRun }: SetupCommand,
  org: Org,
  { accountOf, print }: Outside,
): Promise<void> {
  if (stripeKey === null) {
    print(`   not known without STRIPE_API_KEY: ${BY_HAND}`);
    return;
  }
  if (dryRun) {
    print("   asked of Stripe by the key, and deployed as Stripe Setting");
    return;
  }
  const account = await accountOf(stripeKey);
  if (typeof account === "string") {
    print(`   Stripe does not tell (${account}): ${BY_HAND}`);
    return;
  }
  const before = await storeAccount(org, root, account);
  print(
    `   ${account.id}, ${account.livemode ? "live" : "test"} mode${before === null ? "" : `; it was ${before}`}`,
  );
}

/** What an administrator may have changed is deployed where it is missing, and never again. */
async function sourcesToDeploy(
  org: Org,
  isLive: boolean,
  print: Outside["print"],
): Promise<string[]> {
  if (!isLive) return SOURCE_FOLDERS.flatMap((folder) => ["--source-dir", folder]);
  const keptTypes = [...ADMINISTRATORS_TYPES, ...ORG_SPECIFIC_TYPES];
  const { paths, kept } = await deployablePaths(org, root, keptTypes);
  if (kept.length > 0) print(`   left as the org has it: ${kept.join(", ")}`);
  return paths.flatMap((each) => ["--source-dir", each]);
}

async function ensureOrg(org: Org, { kind, devHub }: SetupCommand): Promise<void> {
  if (kind === "sandbox") {
    await org.requireThere();
    return;
  }
  if (await org.isThere()) return;
  await org.commandWithoutOrg([
    ...["org", "create", "scratch", "--definition-file", "config/stripe-scratch-def.json"],
    ...["--alias", org.alias, "--duration-days", "30", "--wait", "20"],
    ...(devHub === null ? [] : ["--target-dev-hub", devHub]),
  ]);
}

async function seed(
  { org, dryRun }: SetupCommand,
  run: RunCommand,
  print: Outside["print"],
): Promise<void> {
  if (dryRun) {
    print(`   $ npm run seed -- --org ${org}`);
    return;
  }
  const done = await run("npm", ["run", "seed", "--", "--org", org], { shown: true });
  if (done.exitCode !== 0) throw new SetupError(`npm run seed: ${complaintOf(done)}`);
}

function leftToDo(
  { org, kind, stripeKey, triggerUser, financeUsers }: SetupCommand,
  isCreating: boolean,
): string[] {
  return [
    "The relay's key: Setup → External Client App Manager → Stripe Relay → Settings → OAuth Settings → Consumer Key and Secret. Put both into " +
      'the AWS secret salesforce/client as {"client_id":"…","client_secret":"…"} (docs/deploy.md).',
    `The org's My Domain for SALESFORCE_LOGIN_URL: npx sf org display --target-org ${org} shows it.`,
    "Setup → Custom Metadata Types → Stripe Setting: the pages a customer comes back to, the alert address.",
    "People: assign Stripe Sales, Stripe Service, Stripe Finance or Stripe Admin.",
    ...(stripeKey === null
      ? [
          `The Stripe key: run this again with STRIPE_API_KEY, or Setup → Named Credentials → External Credentials → Stripe API → StripePrincipal → ApiKey.`,
        ]
      : []),
    ...(triggerUser === null
      ? [
          "The event trigger runs as you: name a user of its own with --trigger-user before this org is used in earnest.",
        ]
      : []),
    ...(isCreating
      ? []
      : [
          `Nothing is created in Stripe by itself yet. Bring in what Stripe has: npm run reconcile -- --org ${org} --import. Then let contacts become customers: ` +
            `npm run setup -- ${kind} --org ${org} --create-customers, or Create Customers in the Stripe Setting.`,
        ]),
    ...(financeUsers.length === 0
      ? ["Members of the queue Stripe Finance: --finance USERNAME,…"]
      : []),
  ];
}
