/**
 * The product comes into an org, is used, and goes again: what people made of it stays until they say otherwise, nothing that stays refers to
 * what went, and it can come back.
 */
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkProject } from "../../scripts/check-metadata/check-project.ts";
import type { RemoveCommand } from "../../scripts/setup/command.ts";
import { writeInventory } from "../../scripts/setup/inventory.ts";
import { schedulableClasses } from "../../scripts/setup/jobs.ts";
import { remove } from "../../scripts/setup/remove.ts";
import { relayUsername } from "../../scripts/setup/users.ts";
import { copyProject } from "./testing/copied-project.ts";
import { sfOf, type OrgBehind } from "./testing/sf-of-local-org.ts";
import { fewLinesOfStripe, useOrg, type UsedOrg } from "./testing/used-org.ts";

const MINUTES = 10;
const SETTING = "force-app/main/default/customMetadata/Stripe_Setting.Default.md-meta.xml";
const YOU = { id: "005000000000001AAA", username: "you@acme.example", orgId: "00D000000000001EAA" };
const RELAY = relayUsername(YOU.orgId);
const COMMAND: RemoveCommand = {
  kind: "remove",
  org: "dev",
  withData: false,
  confirmed: true,
  dryRun: false,
};
const stripe = fewLinesOfStripe();

let folder: string;
/** The source of the release, and of what the org has. */
let release: string;
let source: string;
let org: UsedOrg;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "removal-"));
  release = await copyProject(path.join(folder, "release"));
  const setting = path.join(release, SETTING);
  writeFileSync(
    setting,
    readFileSync(setting, "utf8").replace(/(Create_Customers__c<[^]*?>)false/, "$1true"),
  );
  await writeInventory(release);
  source = path.join(folder, "org");
  install();
}, MINUTES * 60_000);

afterAll(() => {
  org.close();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

function install(): void {
  cpSync(release, source, { recursive: true });
  open();
}

function open(): void {
  org = useOrg(source, path.join(folder, "data"), stripe);
}

const behind: OrgBehind = {
  get folder() {
    return source;
  },
  you: YOU,
  run: (apex) => void org.run(apex),
  reopen() {
    org.close();
    open();
  },
};

async function removed(changes: Partial<RemoveCommand> = {}): Promise<string> {
  const lines: string[] = [];
  await remove({ ...COMMAND, ...changes }, release, {
    run: sfOf(behind),
    print: (line) => lines.push(line),
    ask: async () => "",
  });
  return lines.join("\n");
}

async function begin(): Promise<void> {
  const schedules = (await schedulableClasses(release)).map((name) => `${name}.schedule();`);
  org.run("StripeHome.adopt();", ...schedules);
}

function count(soql: string): string {
  return org.run(`System.debug([SELECT COUNT() FROM ${soql}]);`).join();
}

function customerOf(lastName: string): string {
  return org
    .run(
      `System.debug([SELECT Stripe_Customer_ID__c FROM Contact WHERE LastName = '${lastName}'].Stripe_Customer_ID__c);`,
    )
    .join();
}

const JOBS = "CronTrigger WHERE CronJobDetail.Name LIKE 'Stripe: %'";
const RIGHTS =
  "PermissionSetAssignment WHERE PermissionSet.Name = 'Stripe_Relay' OR PermissionSetGroup.DeveloperName = 'Stripe_Sales'";

test(
  "installed, used, taken out without the data, installed again, and taken out with all of it",
  async () => {
    await begin();
    org.run(
      "Profile standard = [SELECT Id FROM Profile WHERE Name = 'Standard User'];",
      `User relay = new User(Username = '${RELAY}', LastName = 'Relay', Alias = 'relay', Email = 'r@acme.example', ProfileId = standard.Id, TimeZoneSidKey = 'GMT', LocaleSidKey = 'en_US', EmailEncodingKey = 'UTF-8', LanguageLocaleKey = 'en_US');`,
      "insert relay;",
      "insert new PermissionSetAssignment(AssigneeId = relay.Id, PermissionSetId = [SELECT Id FROM PermissionSet WHERE Name = 'Stripe_Relay'].Id);",
      "insert new PermissionSetAssignment(AssigneeId = relay.Id, PermissionSetGroupId = [SELECT Id FROM PermissionSetGroup WHERE DeveloperName = 'Stripe_Sales'].Id);",
    );
    org.run("insert new Contact(LastName = 'Lovelace', Email = 'ada@acme.example');");
    const ada = customerOf("Lovelace");
    expect(ada).toMatch(/^cus_/);
    expect(count(JOBS)).not.toBe("0");
    expect(count(RIGHTS)).toBe("2");
    const layouts = globSync("force-app/**/*.layout-meta.xml", { cwd: source }).length;

    expect(await removed()).toContain("npm run setup takes them up again");

    expect(globSync("**/*.{cls,trigger}", { cwd: source })).toEqual([]);
    for (const type of ["permissionset", "flexipage", "report", "quickAction", "eca"])
      expect(globSync(`**/*.${type}-meta.xml`, { cwd: source })).toEqual([]);
    expect(globSync("force-app/**/*.layout-meta.xml", { cwd: source })).toHaveLength(layouts);
    expect((await checkProject(source)).problems).toEqual([]);
    expect(count(JOBS)).toBe("0");
    expect(count(RIGHTS)).toBe("0");
    expect(count(`User WHERE Username = '${RELAY}' AND IsActive = FALSE`)).toBe("1");
    expect(customerOf("Lovelace")).toBe(ada);
    expect(count(`Stripe_Customer__c WHERE Stripe_Customer_ID__c = '${ada}'`)).toBe("1");
    // The org's people go on working, and nothing of it reaches Stripe.
    stripe.asked.length = 0;
    org.run("insert new Contact(LastName = 'Hopper', Email = 'grace@acme.example');");
    org.run(
      "update new Contact(Id = [SELECT Id FROM Contact WHERE LastName = 'Lovelace'].Id, Phone = '+1');",
    );
    expect(stripe.asked).toEqual([]);

    org.close();
    install();
    await begin();
    org.run(
      "update new Contact(Id = [SELECT Id FROM Contact WHERE LastName = 'Lovelace'].Id, Phone = '+2');",
    );
    expect(stripe.asked).toEqual([`POST /v1/customers/${ada}`]);
    expect(count("Stripe_Customer__c")).toBe("1");

    expect(await removed({ withData: true })).toContain("lie in Setup's lists of deleted ones");

    // What is left of the project is what its folders are: nothing of ours is in the org.
    expect(
      globSync("force-app/**/*-meta.xml", { cwd: source }).filter(
        (file) => !/Folder-meta|labels-meta/.test(file),
      ),
    ).toEqual([]);
    expect(count("Contact")).toBe("2");
    await expect(removed()).rejects.toThrow("Nothing of this project");
  },
  MINUTES * 60_000,
);
