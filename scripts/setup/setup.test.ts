import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { fakeRun, type Call, type FakeRun, type Rule } from "../deploy/testing/fake-run.ts";
import { parseSetupCommand } from "./command.ts";
import { setUp, type Outside } from "./setup.ts";

const KEY = "rk_test_shown_to_nobody";
const YOU = { id: "005000000000001AAA", username: "you@example.com", orgId: "00D000000000001EAA" };
const RELAY_USER = "stripe.relay@00d000000000001eaa.invalid";

function answer(result: unknown): string {
  return JSON.stringify({ status: 0, result });
}

function rows(...records: Record<string, unknown>[]): string {
  return answer({ records, totalSize: records.length, done: true });
}

/** An org nobody has set up yet. */
function freshOrg(first: readonly Rule[] = []): Record<string, Rule[]> {
  return {
    sf: [
      ...first,
      {
        when: "org display user",
        stdout: answer({ ...YOU, accessToken: "token_shown_to_nobody" }),
      },
      { when: "org display --target-org", stdout: answer({}) },
      { when: "project deploy start" },
      {
        when: "IsPersonAccount",
        exitCode: 1,
        stdout: JSON.stringify({ status: 1, message: "No such column 'IsPersonAccount'" }),
      },
      { when: "FROM User WHERE Username", stdout: rows() },
      { when: "FROM Profile", stdout: rows({ Id: "00e000000000001AAA" }) },
      { when: "--sobject User", stdout: answer({ id: "005000000000002AAA", success: true }) },
      { when: "FROM PermissionSetAssignment", stdout: rows() },
      { when: "FROM PermissionSetGroup", stdout: rows({ Id: "0PG000000000001AAA" }) },
      {
        when: "--sobject PermissionSetAssignment",
        stdout: answer({ id: "0Pa000000000002AAA", success: true }),
      },
      { when: "FROM PermissionSetLicenseAssign", stdout: rows() },
      { when: "org assign permset" },
      { when: "org list metadata", stdout: answer([]) },
      { when: "--method GET", stdout: "{}" },
      { when: "--method POST", stdout: "{}" },
      { when: "--method PUT", stdout: "{}" },
      { when: "apex run" },
    ],
  };
}

interface Run {
  readonly text: string;
}

async function setup(
  { run }: FakeRun,
  argv: readonly string[] = ["sandbox", "--org", "dev"],
  accountOf: Outside["accountOf"] = async () => ({ id: "acct_1Own", livemode: false }),
): Promise<Run> {
  const parsed = parseSetupCommand(argv, { STRIPE_API_KEY: KEY });
  if (parsed.kind !== "command") throw new Error(parsed.kind);
  const lines: string[] = [];
  await setUp(parsed.command, { run, print: (line) => lines.push(line), accountOf });
  return { text: lines.join("\n") };
}

/** An org that has the project, whose Apex is kept as it runs. */
function liveInstallation(apex: string[]): Rule[] {
  return [
    {
      when: "org list metadata --metadata-type CustomObject",
      stdout: answer([{ fullName: "Stripe_Request__e" }]),
    },
    {
      when: "apex run",
      seen: ({ args }) => apex.push(readFileSync(args[args.indexOf("--file") + 1] ?? "", "utf8")),
    },
  ];
}

function orderOf(commands: FakeRun): string[] {
  return commands.lines().flatMap((line) => /^sf (apex run|project deploy)/.exec(line)?.[1] ?? []);
}

describe("npm run setup", () => {
  it("goes through all steps of a fresh org, and shows no secret", async () => {
    const commands = fakeRun(freshOrg());

    const { text } = await setup(commands);

    const titles = text.split("\n").filter((line) => /^\d\. /.test(line));
    expect(titles).toHaveLength(9);
    expect(text).toContain("Left to do by hand:");
    expect(text).not.toContain(KEY);
    expect(text).not.toContain("token_shown_to_nobody");
    expect(commands.lines()).toContain(
      `sf org assign permset --name Stripe_Relay --on-behalf-of ${RELAY_USER} --target-org dev`,
    );
    expect(commands.lines().join("\n")).toContain("PermissionSetGroupId='0PG000000000001AAA'");
  });

  it("runs the tests of this project only, whatever else the org has", async () => {
    const commands = fakeRun(freshOrg());

    await setup(commands);

    const deploy = commands.lines().find((line) => line.includes("project deploy start")) ?? "";
    expect(deploy).toContain("--test-level RunSpecifiedTests --tests Stripe");
    expect(deploy).toContain("--tests StripeLaneJobTest");
    expect(deploy).not.toContain("--tests StripeLaneJob ");
    expect(deploy).not.toContain("Fixture");
  });

  it("refuses an org with Apex of our names that is not ours, before anything is changed", async () => {
    const commands = fakeRun(
      freshOrg([
        {
          when: "org list metadata --metadata-type ApexClass",
          stdout: answer([{ fullName: "stripeclient" }, { fullName: "Invoicing" }]),
        },
      ]),
    );

    await expect(setup(commands)).rejects.toThrow(/write over it:\n {2}ApexClass stripeclient\n/);

    expect(commands.lines().filter((line) => line.includes("deploy"))).toEqual([]);
  });

  it("takes Apex of our names for ours where our objects are", async () => {
    const commands = fakeRun(
      freshOrg([
        {
          when: "org list metadata --metadata-type CustomObject",
          stdout: answer([{ fullName: "Stripe_Request__e" }]),
        },
        {
          when: "org list metadata --metadata-type ApexClass",
          stdout: answer([{ fullName: "StripeClient" }]),
        },
      ]),
    );

    await expect(setup(commands)).resolves.toBeDefined();
  });

  it("names the account whose events are the org's, or says how to when Stripe does not tell", async () => {
    const told = await setup(fakeRun(freshOrg()));
    const untold = await setup(fakeRun(freshOrg()), undefined, async () => "not permitted");

    expect(told.text).toContain("   acct_1Own, test mode");
    expect(untold.text).toContain("Stripe does not tell (not permitted): name it in Setup");
  });

  it("stops the jobs of a live installation before it deploys, and schedules them afterwards", async () => {
    const apex: string[] = [];
    const commands = fakeRun(freshOrg(liveInstallation(apex)));

    await setup(commands);

    // Three: the package, what belongs to the org alone, the account whose events are its own.
    expect(orderOf(commands)).toEqual([
      "apex run",
      "project deploy",
      "project deploy",
      "project deploy",
      "apex run",
    ]);
    expect(apex[0]).toContain("CronJobDetail.Name LIKE 'Stripe: %'");
    expect(apex[0]).toContain("'StripeLaneJob'");
    expect(apex[1]).toContain("StripeEventLogPurge.schedule();");
  });

  it("schedules what is installed again when the deploy of a live installation fails", async () => {
    const apex: string[] = [];
    const commands = fakeRun(
      freshOrg([
        { when: "project deploy start", exitCode: 1, stderr: "1 test failed" },
        { when: "FROM ApexClass", stdout: rows({ Name: "StripeEventLogPurge" }) },
        ...liveInstallation(apex),
      ]),
    );

    await expect(setup(commands)).rejects.toThrow("1 test failed");

    expect(apex.at(-1)).toBe("StripeEventLogPurge.schedule();\n");
  });

  it("never writes over what somebody changed in the org", async () => {
    const commands = fakeRun(freshOrg());

    await setup(commands);

    expect(commands.lines().join("\n")).not.toContain("--ignore-conflicts");
  });

  it("says that Person Accounts are not supported, to an org that has them", async () => {
    const without = await setup(fakeRun(freshOrg()));
    const having = await setup(fakeRun(freshOrg([{ when: "IsPersonAccount", stdout: rows() }])));

    expect(without.text).not.toContain("Person Accounts");
    expect(having.text).toContain("Person Accounts. They are not supported");
  });

  it("gives the integration user its licence before its permission set", async () => {
    const commands = fakeRun(freshOrg());

    await setup(commands);

    const assigned = commands
      .lines()
      .filter((line) => line.includes(`--on-behalf-of ${RELAY_USER}`));
    expect(assigned.map((line) => line.split(" ")[5])).toEqual([
      "SalesforceAPIIntegrationPsl",
      "Stripe_Relay",
    ]);
  });

  it("does not repeat what an earlier run has done", async () => {
    const commands = fakeRun(
      freshOrg([
        { when: "FROM User WHERE Username", stdout: rows({ Id: "005000000000002AAA" }) },
        { when: "FROM PermissionSetAssignment", stdout: rows({ Id: "0Pa000000000001AAA" }) },
        { when: "FROM PermissionSetLicenseAssign", stdout: rows({ Id: "2LA000000000001AAA" }) },
        {
          when: "--method GET",
          stdout: JSON.stringify({ credentials: { ApiKey: { encrypted: true } } }),
        },
      ]),
    );

    await setup(commands);

    const typed = commands.lines();
    expect(typed.filter((line) => line.includes("--sobject User"))).toEqual([]);
    expect(typed.filter((line) => line.includes("assign permset"))).toEqual([]);
    expect(typed.filter((line) => line.includes("--method POST"))).toEqual([]);
    expect(typed.filter((line) => line.includes("--method PUT"))).toHaveLength(1);
  });

  it("hands the Stripe key over through standard input only", async () => {
    const commands = fakeRun(freshOrg());

    await setup(commands);

    expect(commands.lines().join("\n")).not.toContain(KEY);
    const stored = commands.calls.find(({ args }) => args.includes("POST"));
    expect(JSON.parse(stored?.input ?? "")).toEqual({
      externalCredential: "Stripe_API",
      principalName: "StripePrincipal",
      principalType: "NamedPrincipal",
      authenticationProtocol: "Custom",
      credentials: { ApiKey: { value: KEY, encrypted: true } },
    });
  });

  it("deploys what belongs to the org from a temporary project and leaves nothing of it", async () => {
    const seen: { call: Call; policies: string; subscriber: string }[] = [];
    const read = (call: Call, file: string): string =>
      readFileSync(path.join(call.cwd ?? "", "force-app/main/default", file), "utf8");
    const commands = fakeRun(
      freshOrg([
        { when: "org list metadata", stdout: answer([{ fullName: "Stripe_Relay_defaultPolicy" }]) },
        {
          when: "--wait 15",
          seen: (call) => {
            const policies = read(
              call,
              "extlClntAppOauthPolicies/Stripe_Relay_defaultPolicy.ecaOauthPlcy-meta.xml",
            );
            const subscriber = read(
              call,
              "PlatformEventSubscriberConfigs/StripeEventTriggerConfig.platformEventSubscriberConfig-meta.xml",
            );
            seen.push({ call, policies, subscriber });
          },
        },
      ]),
    );

    await setup(commands, undefined, async () => "not asked here");

    expect(seen[0]?.policies).toContain(
      `<clientCredentialsFlowUser>${RELAY_USER}</clientCredentialsFlowUser>`,
    );
    expect(seen[0]?.subscriber).toContain("<user>you@example.com</user>");
    expect(seen[0]?.subscriber).toContain("<batchSize>");
    expect(existsSync(seen[0]?.call.cwd ?? "")).toBe(false);
  });

  it("makes the org a place of its own and schedules every Apex class that can be", async () => {
    let apex = "";
    const commands = fakeRun(
      freshOrg([
        {
          when: "apex run",
          seen: ({ args }) => (apex = readFileSync(args[args.indexOf("--file") + 1] ?? "", "utf8")),
        },
      ]),
    );

    await setup(commands);

    const [adoption, ...lines] = apex.trim().split("\n");
    expect(adoption).toBe("StripeHome.adopt();");
    for (const line of lines) expect(line).toMatch(/^\w+\.schedule\(\);$/);
    expect(apex).toContain("StripeEventLogPurge.schedule();");
  });

  it("makes a scratch org that is not there, and asks a person to log in to a sandbox", async () => {
    const absent = { when: "org display --target-org", exitCode: 1, stdout: "{}" };
    const create = { when: "org create scratch" };
    const scratch = fakeRun(freshOrg([absent, create]));
    const sandbox = fakeRun(freshOrg([absent]));

    await setup(scratch, ["scratch", "--org", "dev", "--dev-hub", "hub"]);

    expect(scratch.lines()[1]).toContain(
      "--alias dev --duration-days 30 --wait 20 --target-dev-hub hub",
    );
    await expect(setup(sandbox)).rejects.toThrow("sf org login web --alias dev");
  });

  it("says how to go on when the relay's user cannot be made", async () => {
    const refusal = JSON.stringify({ status: 1, message: "LICENSE_LIMIT_EXCEEDED" });
    const commands = fakeRun(freshOrg([{ when: "--sobject User", exitCode: 1, stdout: refusal }]));

    await expect(setup(commands)).rejects.toThrow(/LICENSE_LIMIT_EXCEEDED.*--relay-user USERNAME/);
  });

  it("says what the org says when it refuses the Stripe key", async () => {
    const refusal = JSON.stringify([{ errorCode: "INSUFFICIENT_ACCESS", message: "not allowed" }]);
    const commands = fakeRun(freshOrg([{ when: "--method POST", exitCode: 1, stdout: refusal }]));

    await expect(setup(commands)).rejects.toThrow("not allowed");
  });

  it("adds a finance user to the queue once", async () => {
    const finance = { Id: "005000000000003AAA", Username: "f@example.com" };
    const rules = (members: Record<string, unknown>[]): Rule[] => [
      { when: "Username = 'f@example.com'", stdout: rows(finance) },
      { when: "FROM GroupMember", stdout: rows(...members) },
      { when: "FROM Group ", stdout: rows({ Id: "00G000000000001AAA" }) },
      { when: "--sobject GroupMember", stdout: answer({ id: "011000000000001AAA" }) },
    ];
    const argv = ["sandbox", "--org", "dev", "--finance", "f@example.com"];
    const first = fakeRun(freshOrg(rules([])));
    const second = fakeRun(freshOrg(rules([{ Id: "011000000000001AAA" }])));

    await setup(first, argv);
    await setup(second, argv);

    const joined = (commands: FakeRun): number =>
      commands.lines().filter((line) => line.includes("--sobject GroupMember")).length;
    expect(joined(first)).toBe(1);
    expect(joined(second)).toBe(0);
  });

  it("runs nothing in a dry run and shows every command", async () => {
    const commands = fakeRun({});

    const { text } = await setup(commands, ["scratch", "--org", "dev", "--dry-run", "--seed"]);

    expect(commands.calls).toEqual([]);
    expect(text).toContain(
      "$ sf org create scratch --definition-file config/stripe-scratch-def.json",
    );
    expect(text).toContain("$ sf apex run --file");
    expect(text).toContain("$ npm run seed -- --org dev");
    expect(text).not.toContain(KEY);
  });
});
