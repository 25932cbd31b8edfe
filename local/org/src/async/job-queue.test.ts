import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { apexOrg, type OrgFixture } from "../org/org-fixture.ts";
import { JOB_OBJECTS } from "../store/fixture/job-objects.ts";
import { ACCOUNT, schemaFixture } from "../store/fixture/small-schema.ts";

const CLASSES = [
  `public class Chain implements Queueable {
    Integer left; Boolean fails = false;
    public Chain(Integer left) { this.left = left; }
    public Chain failing() { fails = true; return this; }
    public void execute(QueueableContext context) {
      System.debug('job ' + left + ' ' + System.isQueueable());
      System.attachFinalizer(new After());
      insert new Account(Name = 'job ' + left);
      if (fails) { Integer i = 1 / 0; }
      if (left > 1) System.enqueueJob(new Chain(left - 1));
    }
  }`,
  `public class After implements Finalizer {
    public void execute(FinalizerContext context) {
      System.debug('after ' + context.getResult().name() + (context.getException() == null ? '' : ' ' + context.getException().getMessage()));
    }
  }`,
  `public class Sum implements Database.Batchable<SObject>, Database.Stateful {
    Integer total = 0; Integer scopes = 0; Integer failing;
    public Sum(Integer failing) { this.failing = failing; }
    public Database.QueryLocator start(Database.BatchableContext context) { return Database.getQueryLocator('SELECT Name FROM Account ORDER BY Name'); }
    public void execute(Database.BatchableContext context, List<Account> scope) {
      scopes++;
      if (scopes == failing) { scope[0].Name = 'changed'; update scope; Integer i = 1 / 0; }
      total += scope.size();
    }
    public void finish(Database.BatchableContext context) { System.debug('total ' + total + ' scopes ' + scopes); }
  }`,
  `public class Stateless implements Database.Batchable<Integer> {
    Integer seen = 0;
    public Iterable<Integer> start(Database.BatchableContext context) { return new List<Integer>{1, 2, 3}; }
    public void execute(Database.BatchableContext context, List<Integer> scope) { seen += scope.size(); System.debug('seen ' + seen); }
    public void finish(Database.BatchableContext context) { System.debug('finish ' + seen); }
  }`,
  `public class Nightly implements Schedulable { public void execute(SchedulableContext context) { System.debug('nightly ' + System.isScheduled()); } }`,
  `public class Futures {
    @future public static void save(List<String> names) {
      for (String name : names) insert new Account(Name = name);
      System.debug('saved ' + names + ' ' + System.isFuture() + ' ' + Limits.getLimitFutureCalls());
    }
    @future public static void nest() { save(new List<String>()); }
    @future public static void callOut() { send(); }
    @Future(callout=true) public static void callOutAllowed() { send(); }
    private static void send() { HttpRequest request = new HttpRequest(); request.setEndpoint('https://example.com'); request.setMethod('GET'); new Http().send(request); }
    @future public static void fail(String text) {
      text.trim();
    }
    public class Job implements Queueable { public void execute(QueueableContext context) { save(new List<String>()); } }
    public class Batch implements Database.Batchable<Integer> {
      public Iterable<Integer> start(Database.BatchableContext context) { return new List<Integer>{1}; }
      public void execute(Database.BatchableContext context, List<Integer> scope) { save(new List<String>()); }
      public void finish(Database.BatchableContext context) {}
    }
  }`,
  `public class Counter { public static Integer count = 0; public class Job implements Queueable { public void execute(QueueableContext context) { count++; } } }`,
];

const RETRIES = `public class Retried implements Queueable, Finalizer {
  Integer failuresLeft; Boolean pauses;
  public Retried(Integer failuresLeft, Boolean pauses) { this.failuresLeft = failuresLeft; this.pauses = pauses; }
  public void execute(QueueableContext context) {
    System.attachFinalizer(this); System.debug('left ' + failuresLeft);
    if (failuresLeft > 0) { Integer i = 1 / 0; }
  }
  public void execute(FinalizerContext context) {
    if (context.getResult() == ParentJobResult.SUCCESS) return;
    try {
      Retried next = new Retried(failuresLeft - 1, pauses);
      if (pauses) { System.enqueueJob(new Pause(next)); } else { System.enqueueJob(next); }
    } catch (AsyncException problem) { System.debug(problem.getMessage()); }
  }
  public class Pause implements Queueable {
    Queueable next; public Pause(Queueable next) { this.next = next; }
    public void execute(QueueableContext context) { System.enqueueJob(next); }
  }
}`;

let org: OrgFixture;

beforeEach(() => {
  org = apexOrg({
    schema: schemaFixture([ACCOUNT, ...JOB_OBJECTS]),
    classes: [...CLASSES, RETRIES],
  });
});

const jobs = (): readonly string[] =>
  org.run(
    "for (AsyncApexJob j : [SELECT Status, JobType, ApexClass.Name, NumberOfErrors FROM AsyncApexJob]) System.debug(j.ApexClass.Name + ' ' + j.JobType + ' ' + j.Status + ' ' + j.NumberOfErrors);",
  ).debug;

describe("queueables", () => {
  test("run after the commit, each in a transaction of its own, chained ones behind", () => {
    expect(org.run("System.enqueueJob(new Chain(2)); System.debug('first');").debug).toEqual([
      "first",
      "job 2 true",
      "after SUCCESS",
      "job 1 true",
      "after SUCCESS",
    ]);
    expect(jobs()).toEqual(["Chain Queueable Completed 0", "Chain Queueable Completed 0"]);
  });

  test("that fail are taken back, recorded, and told to their finalizer", () => {
    const { debug, log } = org.run("System.enqueueJob(new Chain(1).failing());");
    expect(debug).toEqual(["job 1 true", "after UNHANDLED_EXCEPTION Divide by 0"]);
    expect(log[0]).toMatch(/failed: System\.MathException: Divide by 0/u);
    expect(jobs()).toEqual(["Chain Queueable Failed 1"]);
    expect(org.run("System.debug([SELECT COUNT() FROM Account]);").debug).toEqual(["0"]);
  });

  test("that fail are followed by their finalizers five times in a row", () => {
    const { debug } = org.run("System.enqueueJob(new Retried(9, false));");
    expect(debug).toEqual([
      ...[9, 8, 7, 6, 5, 4].map((left) => `left ${left}`),
      "A finalizer can enqueue a job after five consecutive failures and not after more.",
    ]);
  });

  test("that fail are counted anew after one that succeeds", () => {
    const { debug } = org.run("System.enqueueJob(new Retried(9, true));");
    expect(debug).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1, 0].map((left) => `left ${left}`));
  });

  test("that chain for long can be left for later, and lose nothing by it", () => {
    org.org.settle();
    let steps = 0;
    const enough = (): boolean => ++steps === 2;
    org.transactOnly("System.enqueueJob(new Chain(3));");

    expect(org.org.settle(enough)).toBe(true);
    const after = org.run("System.debug([SELECT COUNT() FROM Account]);").debug;

    expect(after[0]).toBe("2");
    expect(org.run("System.debug([SELECT COUNT() FROM Account]);").debug).toEqual(["3"]);
    expect(org.org.settle()).toBe(false);
  });

  test("do not run when the transaction fails", () => {
    expect(org.run("System.enqueueJob(new Chain(1)); Integer i = 1 / 0;").debug).toEqual([]);
    expect(jobs()).toEqual([]);
  });

  test("wait for their delay", () => {
    expect(org.run("System.enqueueJob(new Chain(1), 5);").debug).toEqual([]);
    org.now += 5 * 60_000;
    expect(org.run("System.debug('later');").debug).toEqual([
      "later",
      "job 1 true",
      "after SUCCESS",
    ]);
  });

  test("stop at the depth they were given", () => {
    const { debug, log } = org.run(
      "AsyncOptions o = new AsyncOptions(); o.MaximumQueueableStackDepth = 2; System.enqueueJob(new Chain(5), o);",
    );
    expect(debug.filter((line) => line.startsWith("job"))).toEqual(["job 5 true", "job 4 true"]);
    expect(log[0]).toMatch(/AsyncException: Maximum stack depth has been reached\./u);
  });

  test("with the signature of a waiting one are refused", () => {
    const { exception } = org.run(`
      AsyncOptions o = new AsyncOptions();
      o.DuplicateSignature = new QueueableDuplicateSignature.Builder().addString('a').build();
      System.enqueueJob(new Chain(1), o); System.enqueueJob(new Chain(1), o);`);
    expect(exception?.typeName).toBe("System.DuplicateMessageException");
  });
});

describe("future methods", () => {
  test("run after the commit, as jobs of their own, with their arguments as they were", () => {
    const { debug } = org.run(
      "List<String> names = new List<String>{ 'a' }; Futures.save(names); names.add('b'); System.debug('first ' + Limits.getFutureCalls());",
    );
    expect(debug).toEqual(["first 1", "saved (a) true 0"]);
    expect(jobs()).toEqual(["Futures Future Completed 0"]);
    expect(org.run("System.debug([SELECT COUNT() FROM Account]);").debug).toEqual(["1"]);
  });

  test("do not run when the transaction fails", () => {
    expect(org.run("Futures.save(new List<String>()); Integer i = 1 / 0;").debug).toEqual([]);
    expect(jobs()).toEqual([]);
  });

  test.each([
    ["a future method", "Futures.nest();"],
    ["a batch", "Database.executeBatch(new Futures.Batch());"],
  ])("cannot be called from %s", (_what, block) => {
    const { debug, log } = org.run(block);
    expect(debug).toEqual([]);
    expect(log[0]).toContain(
      "System.AsyncException: Future method cannot be called from a future or batch method: Futures.save(List<String>)",
    );
  });

  test("can be called from a queueable", () => {
    expect(org.run("System.enqueueJob(new Futures.Job());").debug).toEqual(["saved () true 0"]);
  });

  test("that did not ask for callouts make none", () => {
    expect(org.run("Futures.callOut();").log[0]).toContain(
      "System.CalloutException: Callout not allowed from this future method.",
    );
    expect(() => org.run("Futures.callOutAllowed();")).toThrow("no callouts in this test");
  });

  test("of a test run when it stops, and an exception reaches it", () => {
    expect(
      org.test(
        "Test.startTest(); Futures.save(new List<String>()); System.debug('before'); Test.stopTest(); System.debug('after');",
      ).debug,
    ).toEqual(["before", "saved () true 0", "after"]);
    const failing = org.test("Test.startTest(); Futures.fail(null); Test.stopTest();");
    expect(failing.exception?.typeName).toBe("System.NullPointerException");
    expect(failing.exception?.stackTraceText).toContain("Class.Futures.fail: line 11");
  });
});

describe("batches", () => {
  beforeEach(() => {
    org.run("for (Integer i = 0; i < 5; i++) insert new Account(Name = 'a' + i);");
  });

  test("run a transaction per scope and keep the state of a stateful job", () => {
    expect(org.run("Database.executeBatch(new Sum(0), 2);").debug).toEqual(["total 5 scopes 3"]);
    expect(jobs()).toEqual([
      "Sum BatchApex Completed 0",
      ...Array<string>(3).fill("Sum BatchApexWorker Completed 0"),
    ]);
  });

  test("lose the failing scope alone", () => {
    expect(org.run("Database.executeBatch(new Sum(2), 2);").debug).toEqual(["total 3 scopes 3"]);
    expect(jobs()).toEqual([
      "Sum BatchApex Completed 1",
      "Sum BatchApexWorker Completed 0",
      "Sum BatchApexWorker Failed 0",
      "Sum BatchApexWorker Completed 0",
    ]);
    expect(
      org.run("System.debug([SELECT COUNT() FROM Account WHERE Name = 'changed']);").debug,
    ).toEqual(["0"]);
  });

  test("begin every scope anew without Database.Stateful", () => {
    expect(org.run("Database.executeBatch(new Stateless(), 2);").debug).toEqual([
      "seen 2",
      "seen 1",
      "finish 0",
    ]);
  });
});

describe("schedules", () => {
  test("run when they are due, again and again", () => {
    org.run("System.schedule('n', '0 0 2 * * ?', new Nightly());");
    expect(
      org.run("System.debug([SELECT NextFireTime FROM CronTrigger].NextFireTime);").debug,
    ).toEqual(["2026-05-14 02:00:00"]);
    org.now = Date.UTC(2026, 4, 14, 2);
    expect(org.run("System.debug('two');").debug).toEqual(["two", "nightly true"]);
    org.now = Date.UTC(2026, 4, 15, 2);
    expect(
      org.run("System.debug([SELECT TimesTriggered FROM CronTrigger].TimesTriggered);").debug,
    ).toEqual(["1", "nightly true"]);
  });

  test.each(["0 0 2 * *", "70 0 2 * * ?", "nonsense"])("%j is refused", (cron) => {
    expect(org.run(`System.schedule('n', '${cron}', new Nightly());`).exception?.typeName).toBe(
      "System.StringException",
    );
  });

  test("end with the process that made them, as do jobs it had not finished", async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "jobs-"));
    try {
      const dataFile = path.join(folder, "records.sqlite");
      const schema = schemaFixture([ACCOUNT, ...JOB_OBJECTS]);
      const before = apexOrg({ schema, classes: CLASSES, dataFile });
      before.run("System.schedule('n', '0 0 2 * * ?', new Nightly());");
      before.run("System.enqueueJob(new Chain(1), 5);");
      before.org.close();

      const after = apexOrg({ schema, classes: CLASSES, dataFile });

      expect(
        after.run(
          "System.debug([SELECT COUNT() FROM CronTrigger]); for (AsyncApexJob job : [SELECT Status FROM AsyncApexJob WHERE JobType = 'Queueable']) System.debug(job.Status);",
        ).debug,
      ).toEqual(["0", "Aborted"]);
      after.run("System.schedule('n', '0 0 2 * * ?', new Nightly());");
      after.now += 86_400_000;
      expect(after.run("System.debug('day');").debug).toContain("nightly true");
      after.org.close();
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  test("can be aborted", () => {
    org.run("Id id = System.schedule('n', '0 0 2 * * ?', new Nightly()); System.abortJob(id);");
    org.now += 86_400_000;
    expect(org.run("System.debug('day');").debug).toEqual(["day"]);
  });
});

describe("tests", () => {
  test("run their jobs when they stop, with the statics of the test, and with limits of their own", () => {
    const { debug } = org.test(`
      System.enqueueJob(new Counter.Job());
      Test.startTest(); System.enqueueJob(new Counter.Job()); System.debug(Limits.getQueueableJobs()); Test.stopTest();
      System.debug(Counter.count + ' ' + Limits.getQueueableJobs());`);
    expect(debug).toEqual(["1", "2 1"]);
  });

  test("get the exception of a job", () => {
    expect(
      org.test("Test.startTest(); System.enqueueJob(new Chain(1).failing()); Test.stopTest();")
        .exception?.message,
    ).toBe("Divide by 0");
  });

  test("cannot chain", () => {
    expect(
      org.test("Test.startTest(); System.enqueueJob(new Chain(2)); Test.stopTest();").exception
        ?.message,
    ).toBe("Maximum stack depth has been reached.");
  });

  test("start and stop once", () => {
    expect(org.test("Test.stopTest();").exception?.typeName).toBe("System.FinalException");
    expect(org.test("Test.startTest(); Test.startTest();").exception?.message).toBe(
      "Testing already started",
    );
  });
});
