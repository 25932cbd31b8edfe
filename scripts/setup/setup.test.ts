import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { fakeRun, type Call, type FakeRun, type Rule } from "../deploy/testing/fake-run.ts";
import { answer, freshOrg, KEY, RELAY_USER, rows, setup } from "./testing/fake-org.ts";

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

    await expect(setup(commands)).rejects.toThrow(/write over them:\n {2}ApexClass StripeClient\n/);

    expect(commands.lines().filter((line) => line.includes("deploy"))).toEqual([]);
  });

  it.each([
    ["CustomObject", "payment_transaction__c"],
    ["CustomField", "Contact.Default_Payment_Method__c"],
    ["FlexiPage", "Stripe_Home_Page"],
    ["PermissionSet", "Stripe_Base"],
    ["CustomTab", "Pricing_Plan__c"],
    ["Layout", "Pricing_Plan__c-Pricing%20Plan%20Layout"],
    ["CustomMetadata", "Stripe_Price.Basic_Daily"],
    ["NamedCredential", "Stripe_API"],
  ])("refuses an org with a %s that has a name of ours, too: %s", async (type, fullName) => {
    const commands = fakeRun(
      freshOrg([
        { when: `org list metadata --metadata-type ${type} `, stdout: answer([{ fullName }]) },
      ]),
    );

    await expect(setup(commands)).rejects.toThrow(new RegExp(`:\\n {2}${type} \\w`));

    expect(commands.lines().filter((line) => line.includes("deploy"))).toEqual([]);
  });

  it("names the account whose events are the org's, or says how to when Stripe does not tell", async () => {
    const told = await setup(fakeRun(freshOrg()));
    const untold = await setup(fakeRun(freshOrg()), undefined, async () => "not permitted");

    expect(told.text).toContain("   acct_1Own, test mode");
    expect(untold.text).toContain("Stripe does not tell (not permitted): name it in Setup");
  });

  it("deploys everything to an org that is new to it", async () => {
    const commands = fakeRun(freshOrg());

    await setup(commands);

    expect(commands.lines().join("\n")).toContain(
      "deploy start --source-dir force-app --source-dir relay-app --wait 60",
    );
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

  it("adds a finance user to the queue and to the readers of reports, and you to theirs, once", async () => {
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
    expect(joined(first)).toBe(3);
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
