import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { fakeRun, type FakeRun, type Rule } from "../deploy/testing/fake-run.ts";
import { inventoryFiles } from "./inventory.ts";
import { ourComponents, type ComponentNames } from "./our-components.ts";
import { answer, freshOrg, liveInstallation, orderOf, rows, setup } from "./testing/fake-org.ts";

const root = path.resolve(import.meta.dirname, "../..");

/** Where the installation kept the list of what it brought. */
function keeping(names: ComponentNames): Rule[] {
  const list = inventoryFiles(names)["staticresources/Stripe_Components.json"];
  return [
    { when: "FROM StaticResource", stdout: rows({ Id: "081000000000001AAA" }) },
    { when: "sobjects/StaticResource/081000000000001AAA/Body", stdout: list ?? "" },
  ];
}

function without(names: ComponentNames, type: string, name: string): ComponentNames {
  return new Map([...names, [type, (names.get(type) ?? []).filter((each) => each !== name)]]);
}

describe("npm run setup over a live installation", () => {
  it("takes Apex of our names for ours where our objects are", async () => {
    const commands = fakeRun(
      freshOrg([
        ...liveInstallation(),
        {
          when: "org list metadata --metadata-type ApexClass",
          stdout: answer([{ fullName: "StripeClient" }]),
        },
      ]),
    );

    await expect(setup(commands)).resolves.toBeDefined();
  });

  it("refuses what somebody made under a name that only this release has, before anything is changed", async () => {
    const names = await ourComponents(root);
    const earlier = without(names, "ApexClass", "StripeHome");
    const org = (first: readonly Rule[], brought: ComponentNames): FakeRun =>
      fakeRun(freshOrg([...first, ...keeping(brought), ...liveInstallation()]));
    const theirClass = {
      when: "org list metadata --metadata-type ApexClass",
      stdout: answer([{ fullName: "stripehome" }, { fullName: "StripeClient" }]),
    };
    const theirPrice = {
      when: "org list metadata --metadata-type CustomMetadata",
      stdout: answer([{ fullName: "Stripe_Price.Basic_Daily" }]),
    };

    const commands = org([theirClass], earlier);
    await expect(setup(commands)).rejects.toThrow(
      /write over them:\n {2}ApexClass StripeHome\nRename/,
    );
    expect(orderOf(commands)).toEqual([]);
    // Ours by the list, or nothing that is written over.
    await expect(setup(org([theirClass], names))).resolves.toBeDefined();
    await expect(
      setup(org([theirPrice], without(names, "CustomMetadata", "Stripe_Price.Basic_Daily"))),
    ).resolves.toBeDefined();
  });

  it("says so where an earlier release left no list of what it brought", async () => {
    const { text } = await setup(fakeRun(freshOrg(liveInstallation())));

    expect(text).toContain("which components an earlier release brought is not known");
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

  it("leaves what administrators changed in a live installation, and brings what is missing", async () => {
    const commands = fakeRun(
      freshOrg([
        {
          when: "org list metadata --metadata-type CustomMetadata",
          stdout: answer([
            { fullName: "Stripe_Setting.Default" },
            { fullName: "Stripe_Price.Basic_Daily" },
            { fullName: "Stripe_Price.Of_Their_Own" },
            { fullName: "Manage_Trigger.StripeEventTrigger" },
          ]),
        },
        {
          when: "org list metadata --metadata-type Queue",
          stdout: answer([{ fullName: "Stripe_Finance" }]),
        },
        ...liveInstallation(),
      ]),
    );

    const { text } = await setup(commands);

    const deploy = commands.lines().find((line) => line.includes("RunSpecifiedTests")) ?? "";
    const records = "force-app/main/default/customMetadata/";
    expect(deploy).toContain("--source-dir force-app/main/default/classes ");
    expect(deploy).toContain("--source-dir force-app/main/default/objects ");
    expect(deploy).toContain(`${records}Stripe_Price.Basic_Weekly.md-meta.xml`);
    for (const theirs of [
      `${records} `,
      "Stripe_Setting.Default",
      "Stripe_Price.Basic_Daily",
      "Manage_Trigger.StripeEventTrigger",
      "queues/Stripe_Finance",
    ])
      expect(deploy).not.toContain(theirs);
    expect(text).toContain("CustomMetadata Stripe_Setting.Default");
  });

  it("writes the account into the setting as it stands, and nothing where it names the account", async () => {
    const written: string[] = [];
    const live = (setting: Record<string, unknown>): FakeRun =>
      fakeRun(
        freshOrg([
          {
            when: "--wait 15",
            seen: ({ cwd }) => {
              const record = "customMetadata/Stripe_Setting.Default.md-meta.xml";
              const file = path.join(cwd ?? "", "force-app/main/default", record);
              if (existsSync(file)) written.push(readFileSync(file, "utf8"));
            },
          },
          { when: "FROM Stripe_Setting__mdt", stdout: rows(setting) },
          ...liveInstallation(),
        ]),
      );
    const theirs = { Create_Customers__c: false, Alert_Email__c: "ann@acme.example" };

    await setup(live({ ...theirs, Account_ID__c: "acct_1Own", Livemode__c: false }));
    expect(written).toEqual([]);
    const moved = await setup(live({ ...theirs, Account_ID__c: "acct_old", Livemode__c: true }));

    expect(written).toHaveLength(1);
    expect(written[0]).toContain("ann@acme.example");
    expect(written[0]).toMatch(
      /Create_Customers__c<\/field>\s*<value xsi:type="xsd:boolean">false/,
    );
    expect(moved.text).toContain("acct_1Own, test mode; it was acct_old");
  });

  it("lets contacts become customers when it is told to, once, and says what to do first until then", async () => {
    const written: string[] = [];
    const org = (createsCustomers: boolean): FakeRun =>
      fakeRun(
        freshOrg([
          {
            when: "--wait 15",
            seen: ({ cwd }) => {
              const record = "customMetadata/Stripe_Setting.Default.md-meta.xml";
              const file = path.join(cwd ?? "", "force-app/main/default", record);
              if (existsSync(file)) written.push(readFileSync(file, "utf8"));
            },
          },
          {
            when: "FROM Stripe_Setting__mdt",
            stdout: rows({
              Create_Customers__c: createsCustomers,
              Customer_Of__c: "Company",
              Account_ID__c: "acct_1Own",
              Livemode__c: false,
            }),
          },
          ...liveInstallation(),
        ]),
      );

    const untold = await setup(org(false));
    expect(written).toEqual([]);
    expect(untold.text).toMatch(/npm run reconcile -- --org dev --import.*--create-customers/);

    const argv = ["sandbox", "--org", "dev", "--create-customers"];
    const told = await setup(org(false), argv);
    expect(written).toHaveLength(1);
    expect(written[0]).toMatch(/Create_Customers__c<\/field>\s*<value xsi:type="xsd:boolean">true/);
    expect(written[0]).toMatch(/Customer_Of__c<\/field>\s*<value xsi:type="xsd:string">Company/);
    expect(told.text).toContain("from now on");
    expect(told.text).not.toContain("--import");

    await setup(org(true), argv);
    expect(written).toHaveLength(1);
    expect((await setup(org(true))).text).not.toContain("--import");
  });

  it("leaves the users of a live installation when none are named", async () => {
    const relay = { Id: "005000000000007AAA", Username: "relay@acme.example" };
    const commands = fakeRun(
      freshOrg([
        {
          when: "FROM PlatformEventSubscriberConfig",
          stdout: rows({ UserId: "005000000000008AAA" }),
        },
        {
          when: "FROM User WHERE Id = '005000000000008AAA'",
          stdout: rows({ Id: "005000000000008AAA", Username: "trigger@acme.example" }),
        },
        { when: "SELECT Assignee.Id", stdout: rows({ Assignee: relay }) },
        ...liveInstallation(),
      ]),
    );

    const { text } = await setup(commands, undefined, async () => "not asked here");

    expect(text).toContain("signs in as relay@acme.example");
    expect(text).toContain("event trigger runs as trigger@acme.example");
    expect(text).toContain("left as it is (--relay-user, --trigger-user)");
    expect(orderOf(commands)).toEqual(["apex run", "project deploy", "apex run"]);
    expect(commands.lines().filter((line) => line.includes("--sobject User"))).toEqual([]);
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
});
