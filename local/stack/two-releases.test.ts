/**
 * Two releases in a row in one org: the first is installed and used, the second deployed over it as `npm run setup` does, and used. The second
 * has a field more, a class of another name that was scheduled, and a batch that brings old rows to their new shape.
 */
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fakeRun } from "../../scripts/deploy/testing/fake-run.ts";
import { schedulableClasses, stoppingApex } from "../../scripts/setup/jobs.ts";
import { Org } from "../../scripts/setup/org.ts";
import { deployablePaths } from "../../scripts/setup/our-components.ts";
import { copyProject } from "./testing/copied-project.ts";
import { fewLinesOfStripe, useOrg, type UsedOrg } from "./testing/used-org.ts";

const PACKAGE = "force-app/main/default";
const SETTING = `${PACKAGE}/customMetadata/Stripe_Setting.Default.md-meta.xml`;
const OLD_NAME = "StripeEventLogPurge";
const NEW_NAME = "StripeEventLogSweep";
const MINUTES = 10;

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "releases-"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }), 60_000);

/** The source of a release in a folder of its own. */
function release(name: string): Promise<string> {
  return copyProject(path.join(folder, name));
}

function edit(file: string, change: (text: string) => string): void {
  const before = readFileSync(file, "utf8");
  const after = change(before);
  if (after === before) throw new Error(`${file} has not what is to be changed.`);
  writeFileSync(file, after);
}

async function nextRelease(): Promise<string> {
  const project = await release("next");
  const classes = path.join(project, PACKAGE, "classes");
  for (const file of readdirSync(classes, { recursive: true, encoding: "utf8" })) {
    if (!file.includes(OLD_NAME) || file.includes("Test.")) continue;
    const source = path.join(classes, file);
    writeFileSync(
      path.join(classes, file.replace(OLD_NAME, NEW_NAME)),
      readFileSync(source, "utf8").replaceAll(OLD_NAME, NEW_NAME),
    );
    rmSync(source);
  }
  edit(path.join(classes, "events/purge", `${OLD_NAME}Test.cls`), (text) =>
    text.replaceAll(new RegExp(`\\b${OLD_NAME}\\b`, "g"), NEW_NAME),
  );
  writeFileSync(
    path.join(project, PACKAGE, "objects/Stripe_Customer__c/fields/Domain__c.field-meta.xml"),
    `<?xml version="1.0" encoding="UTF-8"?>
<CustomField xmlns="http://soap.sforce.com/2006/04/metadata">
  <fullName>Domain__c</fullName>
  <label>Domain</label>
  <length>80</length>
  <type>Text</type>
</CustomField>
`,
  );
  writeFileSync(
    path.join(classes, "customers/StripeCustomerDomains.cls"),
    `public without sharing class StripeCustomerDomains implements Database.Batchable<SObject> {
  public Database.QueryLocator start(Database.BatchableContext context) {
    return Database.getQueryLocator([SELECT Id, Email__c FROM Stripe_Customer__c WHERE Domain__c = NULL AND Email__c != NULL WITH SYSTEM_MODE]);
  }
  public void execute(Database.BatchableContext context, List<Stripe_Customer__c> rows) {
    for (Stripe_Customer__c row : rows) {
      row.Domain__c = row.Email__c.substringAfter('@');
    }
    StripeRecordStore.current().updateAll(rows);
  }
  public void finish(Database.BatchableContext context) {
  }
}
`,
  );
  return project;
}

const stripe = fewLinesOfStripe();

function opened(project: string): UsedOrg {
  return useOrg(project, path.join(folder, "data"), stripe);
}

const SCHEDULED =
  "for (CronTrigger each : [SELECT CronJobDetail.Name FROM CronTrigger WHERE CronJobDetail.Name LIKE 'Stripe: %' ORDER BY CronJobDetail.Name]) System.debug(each.CronJobDetail.Name);";
const CONTACT =
  "Contact ada = [SELECT Stripe_Customer_ID__c, Stripe_Sync_Status__c FROM Contact WHERE LastName = 'Lovelace']; System.debug(ada.Stripe_Sync_Status__c + ' ' + ada.Stripe_Customer_ID__c);";

test(
  "data, jobs and settings stand when the next release is deployed over the first",
  async () => {
    const project = await release("org");
    edit(path.join(project, SETTING), (xml) =>
      xml.replace(
        /(<field>Create_Customers__c<\/field>\s*<value xsi:type="xsd:boolean">)false/,
        "$1true",
      ),
    );
    edit(path.join(project, SETTING), (xml) =>
      xml.replace(
        /(<field>Alert_Email__c<\/field>\s*)<value[^>]*\/>/,
        '$1<value xsi:type="xsd:string">ann@acme.example</value>',
      ),
    );
    const first = opened(project);
    const schedules = (await schedulableClasses(project)).map((name) => `${name}.schedule();`);
    first.run("StripeHome.adopt();", ...schedules);
    first.run("insert new Contact(LastName = 'Lovelace', Email = 'ada@acme.example');");
    const [joined] = first.run(CONTACT);
    const jobs = first.run(SCHEDULED);
    expect(joined).toMatch(/^Completed cus_/);
    expect(jobs.length).toBeGreaterThan(3);

    first.run(...stoppingApex([OLD_NAME, "StripeContactSyncJob"]));
    expect(first.run(SCHEDULED)).toEqual([]);
    first.close();
    const next = await nextRelease();
    const org = new Org("dev", orgWithSettings().run, () => undefined, false);
    const { paths } = await deployablePaths(org, next, ["CustomMetadata"]);
    for (const each of paths) {
      mkdirSync(path.dirname(path.join(project, each)), { recursive: true });
      cpSync(path.join(next, each), path.join(project, each), { recursive: true });
    }
    for (const file of [`${OLD_NAME}.cls`, `${OLD_NAME}.cls-meta.xml`])
      rmSync(path.join(project, PACKAGE, "classes/events/purge", file));

    const second = opened(project);
    second.run(
      "StripeHome.adopt();",
      ...(await schedulableClasses(project)).map((name) => `${name}.schedule();`),
    );
    expect(second.run(SCHEDULED)).toEqual(jobs);
    expect(second.run(CONTACT)).toEqual([joined]);
    expect(second.run("System.debug(StripeSettings.current().alertEmail());")).toEqual([
      "ann@acme.example",
    ]);

    second.run("Database.executeBatch(new StripeCustomerDomains());");
    expect(
      second.run("System.debug([SELECT Domain__c FROM Stripe_Customer__c].Domain__c);"),
    ).toEqual(["acme.example"]);

    stripe.asked.length = 0;
    second.run(
      "update new Contact(Id = [SELECT Id FROM Contact WHERE LastName = 'Lovelace'].Id, Phone = '+1');",
    );
    expect(second.run(CONTACT)).toEqual([joined]);
    expect(stripe.asked).toEqual([`POST /v1/customers/${joined?.split(" ")[1] ?? ""}`]);
    second.run("insert new Contact(LastName = 'Hopper', Email = 'grace@acme.example');");
    expect(second.run("System.debug([SELECT COUNT() FROM Stripe_Customer__c]);")).toEqual(["2"]);
    second.close();
  },
  MINUTES * 60_000,
);

/** An org in which the setting stands. */
function orgWithSettings(): ReturnType<typeof fakeRun> {
  return fakeRun({
    sf: [
      {
        when: "org list metadata",
        stdout: JSON.stringify({ status: 0, result: [{ fullName: "Stripe_Setting.Default" }] }),
      },
    ],
  });
}
