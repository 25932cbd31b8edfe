import { beforeEach, describe, expect, test } from "vitest";
import { apexOrg, type OrgFixture } from "../org/org-fixture.ts";
import { JOB_OBJECTS } from "../store/fixture/job-objects.ts";
import { ACCOUNT, type ObjectFixture, schemaFixture } from "../store/fixture/small-schema.ts";

const EVENT: ObjectFixture = {
  name: "Note__e",
  keyPrefix: "e00",
  nameField: null,
  fields: [
    { name: "Text__c", type: "string" },
    { name: "Must__c", type: "string", isRequired: true },
    { name: "ReplayId", type: "string", isCreateable: false },
    { name: "EventUuid", type: "string", isCreateable: false },
  ],
};

const IMMEDIATE: ObjectFixture = {
  ...EVENT,
  name: "Now__e",
  keyPrefix: "e01",
  publishBehavior: "PublishImmediately",
};

const SUBSCRIBER = `trigger Notes on Note__e (after insert) {
  EventBus.TriggerContext context = EventBus.TriggerContext.currentContext();
  String texts = '';
  for (Note__e note : Trigger.new) {
    if (note.Text__c == 'retry' && context.retries < 2) throw new EventBus.RetryableException('again');
    if (note.Text__c == 'never') throw new EventBus.RetryableException('never');
    if (note.Text__c == 'boom') { Integer i = 1 / 0; }
    insert new Account(Name = note.Text__c);
    if (note.Text__c.startsWith('checkpoint')) context.setResumeCheckpoint(note.ReplayId);
    texts += note.Text__c + ' ';
  }
  System.debug(UserInfo.getUserType() + ' ' + context.retries + ' ' + texts.trim());
}`;

let org: OrgFixture;

beforeEach(() => {
  org = apexOrg({
    schema: schemaFixture([ACCOUNT, EVENT, IMMEDIATE, ...JOB_OBJECTS], {
      subscriberConfigs: new Map([
        ["nows", { name: "c", consumer: "Nows", batchSize: 2, user: null }],
      ]),
    }),
    classes: [
      `public class Publisher { public static void notes(List<String> texts) {
        List<Note__e> notes = new List<Note__e>();
        for (String text : texts) notes.add(new Note__e(Text__c = text, Must__c = 'x'));
        EventBus.publish(notes);
      } }`,
      `public class Callback implements EventBus.EventPublishSuccessCallback, EventBus.EventPublishFailureCallback {
        public void onSuccess(EventBus.SuccessResult result) { System.debug('published ' + result.getEventUuids().size()); }
        public void onFailure(EventBus.FailureResult result) { System.debug('failed ' + result.getEventUuids().size()); }
      }`,
    ],
    triggers: [
      SUBSCRIBER,
      "trigger Nows on Now__e (after insert) { System.debug('now ' + Trigger.new.size()); }",
    ],
  });
});

const names = (): readonly string[] =>
  org.run("for (Account a : [SELECT Name FROM Account]) System.debug(a.Name);").debug;

describe("a served org", () => {
  test("delivers after the commit, in order, in a transaction of the Automated Process user", () => {
    const { debug } = org.run(
      "Publisher.notes(new List<String>{'a', 'b'}); System.debug('published');",
    );
    expect(debug).toEqual(["published", "AutomatedProcess 0 a b"]);
  });

  test("publishes nothing when the transaction fails or is rolled back to before the publish", () => {
    const { debug } = org.run("Publisher.notes(new List<String>{'a'}); Integer i = 1 / 0;");
    const rolledBack = org.run(
      "Savepoint s = Database.setSavepoint(); Publisher.notes(new List<String>{'a'}); Database.rollback(s);",
    );
    expect([debug, rolledBack.debug]).toEqual([[], []]);
  });

  test("publishes at once what is published immediately, whatever becomes of the transaction, in batches of the configured size", () => {
    const { debug, exception } = org.run(
      "EventBus.publish(new List<Now__e>{ new Now__e(Must__c='1'), new Now__e(Must__c='2'), new Now__e(Must__c='3') }); Integer i = 1 / 0;",
    );
    expect(exception?.message).toBe("Divide by 0");
    expect(debug).toEqual([]);
    expect(org.run("System.debug('next');").debug).toEqual(["next", "now 2", "now 1"]);
  });

  test("cannot take back what is published immediately, in a test as little as elsewhere", () => {
    const publish =
      "Savepoint s = Database.setSavepoint(); Publisher.notes(new List<String>{'a'}); EventBus.publish(new Now__e(Must__c='1')); Database.rollback(s);";
    expect(org.run(publish).debug).toEqual(["now 1"]);
    expect(org.test(`${publish} Test.getEventBus().deliver();`).debug).toEqual(["now 1"]);
  });

  test("gives a batch again that asks for it, whole, and takes back what the attempt did", () => {
    const { debug } = org.run("Publisher.notes(new List<String>{'a', 'retry'});");
    expect(debug).toEqual(["AutomatedProcess 2 a retry"]);
    expect(names()).toEqual(["a", "retry"]);
  });

  test("stops a trigger after ten attempts", () => {
    const { log } = org.run("Publisher.notes(new List<String>{'never'});");
    expect(log).toEqual([
      "Notes has stopped after 10 attempts: EventBus.RetryableException: never",
    ]);
    expect(org.run("Publisher.notes(new List<String>{'a'});").debug).toEqual([]);
  });

  test("skips a batch whose trigger throws", () => {
    const { log } = org.run("Publisher.notes(new List<String>{'a', 'boom'});");
    expect(log[0]).toMatch(/^Notes: 2 events skipped: System\.MathException: Divide by 0/u);
    expect(names()).toEqual([]);
  });

  test("resumes after a checkpoint, keeping what was done up to it", () => {
    const { debug } = org.run("Publisher.notes(new List<String>{'checkpoint', 'boom', 'b'});");
    expect(debug).toEqual([]);
    expect(names()).toEqual(["checkpoint"]);
  });

  test("forgets what a trigger published after its checkpoint, and keeps what it published before", () => {
    org = apexOrg({
      schema: schemaFixture([ACCOUNT, EVENT, IMMEDIATE, ...JOB_OBJECTS]),
      triggers: [
        `trigger Notes on Note__e (after insert) {
          for (Note__e note : Trigger.new) {
            if (note.Text__c != 'begin') { System.debug(note.Text__c); continue; }
            EventBus.publish(new Note__e(Text__c = 'before', Must__c = 'x'));
            EventBus.TriggerContext.currentContext().setResumeCheckpoint(note.ReplayId);
            EventBus.publish(new Note__e(Text__c = 'after', Must__c = 'x'));
            Integer i = 1 / 0;
          }
        }`,
      ],
    });
    const { debug } = org.run("EventBus.publish(new Note__e(Text__c = 'begin', Must__c = 'x'));");
    expect(debug).toEqual(["before"]);
  });

  test("goes on behind the checkpoint of a trigger that ended by itself", () => {
    const { debug } = org.run("Publisher.notes(new List<String>{'checkpoint 1', 'b'});");
    expect(debug).toEqual(["AutomatedProcess 0 checkpoint 1 b", "AutomatedProcess 0 b"]);
  });

  test("says of each event that it is queued, with its uuid, or why not", () => {
    const { debug } = org.run(`
      Database.SaveResult good = EventBus.publish(new Note__e(Text__c = 'a', Must__c = 'x'));
      Database.SaveResult bad = EventBus.publish(new Note__e(Text__c = 'a'));
      System.debug(good.isSuccess() + ' ' + good.getErrors()[0].getStatusCode());
      System.debug(bad.isSuccess() + ' ' + bad.getErrors()[0].getMessage());`);
    expect(debug.slice(0, 2)).toEqual([
      "true OPERATION_ENQUEUED",
      "false Required fields are missing: [Must__c]",
    ]);
  });

  test("tells a publisher's callback", () => {
    const { debug } = org.run(
      "EventBus.publish(new Note__e(Text__c = 'a', Must__c = 'x'), new Callback());",
    );
    expect(debug).toContain("published 1");
  });
});

describe("a test", () => {
  test("delivers when it says so, and when it stops", () => {
    const { debug } = org.test(`
      Publisher.notes(new List<String>{'a'}); System.debug([SELECT COUNT() FROM Account]);
      Test.getEventBus().deliver(); System.debug([SELECT COUNT() FROM Account]);
      Test.startTest(); Publisher.notes(new List<String>{'b'}); Test.stopTest(); System.debug([SELECT COUNT() FROM Account]);`);
    expect(debug).toEqual(["0", "AutomatedProcess 0 a", "1", "AutomatedProcess 0 b", "2"]);
  });

  test("runs a retry with each delivery", () => {
    const { debug } = org.test(`
      Publisher.notes(new List<String>{'retry'});
      Test.getEventBus().deliver(); System.debug('once'); Test.getEventBus().deliver(); System.debug('twice'); Test.getEventBus().deliver();`);
    expect(debug).toEqual(["once", "twice", "AutomatedProcess 2 retry"]);
  });

  test("fails what it published when it says so", () => {
    const { debug } = org.test(
      "EventBus.publish(new Note__e(Text__c = 'a', Must__c = 'x'), new Callback()); Test.getEventBus().fail(); Test.getEventBus().deliver();",
    );
    expect(debug).toEqual(["failed 1"]);
  });

  test("leaves nothing behind", () => {
    org.test(
      "Publisher.notes(new List<String>{'a'}); Test.getEventBus().deliver(); Publisher.notes(new List<String>{'b'});",
    );
    expect(names()).toEqual([]);
  });
});
