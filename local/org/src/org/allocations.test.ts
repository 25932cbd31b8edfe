import { beforeEach, describe, expect, test } from "vitest";
import type { AllocationName } from "../runtime/allocations.ts";
import { JOB_OBJECTS } from "../store/fixture/job-objects.ts";
import { ACCOUNT, schemaFixture } from "../store/fixture/small-schema.ts";
import { apexOrg, type OrgFixture } from "./org-fixture.ts";

const CLASSES = [
  `public class Rows implements Database.Batchable<SObject> {
    public Database.QueryLocator start(Database.BatchableContext context) { return Database.getQueryLocator('SELECT Id FROM Account'); }
    public void execute(Database.BatchableContext context, List<Account> scope) { }
    public void finish(Database.BatchableContext context) { }
  }`,
  `public class Job implements Queueable { public void execute(QueueableContext context) { Later.run(); } }`,
  `public class Failing implements Queueable { public void execute(QueueableContext context) { Integer i = 1 / 0; } }`,
  `public class Later { @future public static void run() { } }`,
];

const EMAIL = `
  Messaging.SingleEmailMessage mail = new Messaging.SingleEmailMessage();
  mail.setToAddresses(new List<String>{ 'a@example.com', 'b@example.com', UserInfo.getUserId() });
  mail.setPlainTextBody('x');
  Messaging.sendEmail(new List<Messaging.SingleEmailMessage>{ mail });`;

let org: OrgFixture;

beforeEach(() => {
  org = apexOrg({ schema: schemaFixture([ACCOUNT, ...JOB_OBJECTS]), classes: CLASSES });
});

function used(name: AllocationName): number {
  const { debug } = org.run(`System.debug(OrgLimits.getMap().get('${name}').getValue());`);
  return Number(debug[0]);
}

describe("what an org has used of its allocations", () => {
  test("every asynchronous execution counts, and those of a batch's parts", () => {
    org.run("System.enqueueJob(new Job());");
    expect(used("DailyAsyncApexExecutions")).toBe(2);
    org.run("insert new Account(Name = 'x'); Database.executeBatch(new Rows());");
    expect(used("DailyAsyncApexExecutions")).toBe(5);
  });

  test("also one that fails", () => {
    org.run("System.enqueueJob(new Failing());");
    expect(used("DailyAsyncApexExecutions")).toBe(1);
  });

  test("none of a test's", () => {
    org.test("System.enqueueJob(new Job()); Test.stopTest();" + EMAIL);
    expect(used("DailyAsyncApexExecutions")).toBe(0);
    expect(used("SingleEmail")).toBe(0);
  });

  test("emails count by the addresses outside, once the transaction is committed", () => {
    org.run(EMAIL);
    expect(used("SingleEmail")).toBe(2);
    org.run(`${EMAIL} Integer i = 1 / 0;`);
    expect(used("SingleEmail")).toBe(2);
  });

  test("what is reserved leaves what was sent alone", () => {
    org.run(EMAIL);
    expect(org.run("Messaging.reserveSingleEmailCapacity(13);").exception).toBeNull();
    expect(org.run("Messaging.reserveSingleEmailCapacity(14);").exception?.headline).toBe(
      "System.HandledException: The daily limit for the org would be exceeded by this request",
    );
  });

  test("a day later it is there anew", () => {
    org.run("System.enqueueJob(new Job());");
    org.now += 23 * 3_600_000;
    expect(used("DailyAsyncApexExecutions")).toBe(2);
    org.now += 2 * 3_600_000;
    expect(used("DailyAsyncApexExecutions")).toBe(0);
  });

  test("records take two kilobytes each, until they are deleted", () => {
    org.run(
      "List<Account> all = new List<Account>(); for (Integer i = 0; i < 1024; i++) all.add(new Account(Name = 'a' + i)); insert all;",
    );
    expect(used("DataStorageMB")).toBe(2);
    org.run("delete [SELECT Id FROM Account];");
    expect(used("DataStorageMB")).toBe(0);
  });

  test("a limit is read when it is asked", () => {
    const { debug } = org.run(`
      OrgLimit jobs = OrgLimits.getMap().get('DailyAsyncApexExecutions');
      System.debug(jobs.getName() + ' ' + jobs.getLimit() + ' ' + jobs.getValue());`);
    expect(debug).toEqual(["DailyAsyncApexExecutions 250000 0"]);
  });
});
