import { beforeEach, describe, expect, test } from "vitest";
import { apexOrg, type OrgFixture } from "../org/org-fixture.ts";
import { JOB_OBJECTS } from "../store/fixture/job-objects.ts";
import { ACCOUNT, schemaFixture } from "../store/fixture/small-schema.ts";

const CLASSES = [
  `public class Rows implements Database.Batchable<SObject> {
    public Database.QueryLocator start(Database.BatchableContext context) { return Database.getQueryLocator('SELECT Id FROM Account'); }
    public void execute(Database.BatchableContext context, List<Account> scope) { System.debug('executed ' + scope.size()); }
    public void finish(Database.BatchableContext context) { System.debug('finished'); }
  }`,
  `public class Numbers implements Database.Batchable<Integer>, Database.Stateful {
    Integer size; public Numbers(Integer size) { this.size = size; }
    public Iterable<Integer> start(Database.BatchableContext context) {
      List<Integer> all = new List<Integer>(); for (Integer i = 0; i < size; i++) { all.add(i); } return all;
    }
    public void execute(Database.BatchableContext context, List<Integer> scope) { System.debug('executed ' + scope.size()); }
    public void finish(Database.BatchableContext context) { System.debug('finished'); }
  }`,
  `public class Retry implements Queueable, Finalizer {
    Integer left; public Retry(Integer left) { this.left = left; }
    public void execute(QueueableContext context) { System.attachFinalizer(this); System.debug('job ' + left); }
    public void execute(FinalizerContext context) { if (left > 1) { System.enqueueJob(new Retry(left - 1)); } }
  }`,
  `public class Endless implements Queueable, Finalizer {
    public void execute(QueueableContext context) { System.attachFinalizer(this); }
    public void execute(FinalizerContext context) { System.enqueueJob(new Endless()); }
  }`,
  `public class Handing implements Queueable {
    public void execute(QueueableContext context) { System.attachFinalizer(new Hand()); }
    public class Hand implements Finalizer { public void execute(FinalizerContext context) { Handing.later(); Database.executeBatch(new Numbers(1)); } }
    @future public static void later() { System.debug('future'); }
  }`,
];

let org: OrgFixture;

beforeEach(() => {
  org = apexOrg({ schema: schemaFixture([ACCOUNT, ...JOB_OBJECTS]), classes: CLASSES });
});

const inTest = (asked: string): ReturnType<OrgFixture["test"]> =>
  org.test(`Test.startTest(); ${asked} Test.stopTest();`);

describe("a batch in a test", () => {
  const REFUSED =
    "No more than one executeBatch can be called from within a test method. Please make sure the iterable returned from your start method matches the batch size, resulting in one executeBatch invocation.";

  test("with more than one scope of rows is refused before any of them runs", () => {
    const rows = "insert new List<Account>{ new Account(Name = 'a'), new Account(Name = 'b') };";
    const { exception, debug } = inTest(`${rows} Database.executeBatch(new Rows(), 1);`);
    expect(exception?.headline).toBe(`System.UnexpectedException: ${REFUSED}`);
    expect(debug).toEqual([]);
  });

  test("with more than one scope of an Iterable is refused, stateful or not", () => {
    expect(inTest("Database.executeBatch(new Numbers(3), 2);").exception?.message).toBe(REFUSED);
  });

  test("with more rows than the default scope is refused", () => {
    expect(inTest("Database.executeBatch(new Numbers(201));").exception?.message).toBe(REFUSED);
  });

  test("is refused with an exception that the test can catch", () => {
    expect(
      org.test(
        "Test.startTest(); Database.executeBatch(new Numbers(2), 1); try { Test.stopTest(); } catch (UnexpectedException e) { System.debug('caught'); }",
      ).debug,
    ).toEqual(["caught"]);
  });

  test("runs with one full scope, and finishes without any", () => {
    expect(inTest("Database.executeBatch(new Numbers(2), 2);").debug).toEqual([
      "executed 2",
      "finished",
    ]);
    expect(inTest("Database.executeBatch(new Numbers(0), 2);").debug).toEqual(["finished"]);
  });

  test("outside tests has as many scopes as it needs", () => {
    expect(org.run("Database.executeBatch(new Numbers(3), 2);").debug).toEqual([
      "executed 2",
      "executed 1",
      "finished",
    ]);
  });
});

describe("what a finalizer enqueues in a test", () => {
  test("runs in Test.stopTest, finalizer after finalizer", () => {
    expect(inTest("System.enqueueJob(new Retry(3));").debug).toEqual(["job 3", "job 2", "job 1"]);
  });

  test("may be a future call or a batch", () => {
    expect(inTest("System.enqueueJob(new Handing());").debug).toEqual([
      "future",
      "executed 1",
      "finished",
    ]);
  });

  test("comes to an end: one that never does is a failure, not a run without end", () => {
    expect(() => inTest("System.enqueueJob(new Endless());")).toThrow(/do not end/u);
  });
});
