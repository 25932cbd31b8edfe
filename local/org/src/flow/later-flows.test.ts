/** What of flows runs later: after the commit, at its time, by the clock, for an event. */
import { describe, expect, test } from "vitest";
import type { OrgFixture } from "../org/org-fixture.ts";
import { metadataXml } from "../schema/fixture/project.ts";
import {
  assign,
  autolaunched,
  filter,
  flowOrg,
  next,
  reference,
  text,
  triggered,
} from "./fixture.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

function lines(org: OrgFixture, block: string): readonly string[] {
  const { debug, exception } = org.run(block);
  if (exception !== null) throw new Error(exception.headline);
  return debug;
}

/** Lets time pass, and runs what is due by then. */
function after(org: OrgFixture, ms: number): void {
  org.now += ms;
  org.org.settle();
}

function path(target: string, more: string): string {
  return `<scheduledPaths>${next(target)}${more}</scheduledPaths>`;
}
const ASYNC = path("Later", "<pathType>AsyncAfterCommit</pathType>");
const scheduled = (offset: number, unit: string, more = ""): string =>
  path(
    "Later",
    `<name>P</name><label>P</label><offsetNumber>${offset}</offsetNumber><offsetUnit>${unit}</offsetUnit>${more === "" ? "<timeSource>RecordTriggerEvent</timeSource>" : more}`,
  );

/** Updates the record that began it. */
function setField(name: string, field: string, value: string): string {
  return `<recordUpdates><name>${name}</name><label>${name}</label><inputAssignments><field>${field}</field>${value}</inputAssignments><inputReference>$Record</inputReference></recordUpdates>`;
}
const LATER = setField("Later", "Site", text("later"));
const NOW = setField("First", "Fax", text("now"));
const SITES =
  "for (Account a : [SELECT Name, Fax, Site FROM Account ORDER BY Name]) System.debug(a.Name + ' ' + a.Fax + ' ' + a.Site);";

describe("an asynchronous path", () => {
  test("runs after the commit, in a transaction of its own; the immediate one runs at once", () => {
    const org = flowOrg({
      flows: { F: triggered({ object: "Account", more: ASYNC }, NOW + LATER) },
    });

    expect(lines(org, `insert new Account(Name = 'a'); ${SITES}`)).toEqual(["a now null"]);
    expect(lines(org, SITES)).toEqual(["a now later"]);
  });

  test("has the records of a save together, and the user who saved them", () => {
    const org = flowOrg({
      flows: {
        F: triggered(
          { object: "Account", more: ASYNC },
          NOW + setField("Later", "Site", reference("$User.Username")),
        ),
      },
      triggers: [
        "trigger T on Account (before update) { if (Trigger.new[0].Site != null) System.debug(Trigger.size); }",
      ],
    });

    expect(
      lines(org, "insert new List<Account>{ new Account(Name = 'a'), new Account(Name = 'b') };"),
    ).toEqual(["2"]);
    expect(lines(org, SITES)).toEqual(["a now admin@local.example", "b now admin@local.example"]);
  });

  test("does not run of a transaction that is rolled back, nor of a record that does not meet the conditions", () => {
    const org = flowOrg({
      flows: {
        F: triggered(
          { object: "Account", more: filter("Name", "EqualTo", text("a")) + ASYNC },
          NOW + LATER,
        ),
      },
    });

    lines(
      org,
      "Savepoint before = Database.setSavepoint(); insert new Account(Name = 'a'); Database.rollback(before); insert new Account(Name = 'b');",
    );
    expect(lines(org, SITES)).toEqual(["b null null"]);
  });

  test("that fails for one record says so, and is done for the others", () => {
    const org = flowOrg({
      flows: { F: triggered({ object: "Account", more: ASYNC }, NOW + LATER) },
      triggers: [
        "trigger T on Account (before update) { for (Account a : Trigger.new) if (a.Site == 'later' && a.Name == 'b') a.addError('no'); }",
      ],
    });

    const { log } = org.run(
      "insert new List<Account>{ new Account(Name = 'a'), new Account(Name = 'b') };",
    );
    expect(log).toHaveLength(1);
    expect(log[0]).toMatch(/^the flow F failed: .*no/u);
    expect(lines(org, SITES)).toEqual(["a now later", "b now null"]);
  });

  test("does not run in a test, not even when it stops", () => {
    const org = flowOrg({
      flows: { F: triggered({ object: "Account", more: ASYNC }, NOW + LATER) },
    });

    expect(
      org.test(`Test.startTest(); insert new Account(Name = 'a'); Test.stopTest(); ${SITES}`).debug,
    ).toEqual(["a now null"]);
  });
});

describe("a scheduled path", () => {
  test("waits for its time after the save", () => {
    const org = flowOrg({
      flows: { F: triggered({ object: "Account", more: scheduled(2, "Hours") }, NOW + LATER) },
    });
    lines(org, "insert new Account(Name = 'a');");

    after(org, 2 * HOUR_MS - 1);
    expect(lines(org, SITES)).toEqual(["a now null"]);
    expect(org.org.nextDueAt).toBe(org.now + 1);
    after(org, 1);
    expect(lines(org, SITES)).toEqual(["a now later"]);
  });

  test("is put off when the record says another date, and ends when it says none", () => {
    const field =
      "<timeSource>RecordField</timeSource><recordField>SLAExpirationDate__c</recordField>";
    const org = flowOrg({
      flows: {
        F: triggered({ object: "Account", more: scheduled(-1, "Days", field) }, NOW + LATER),
      },
      files: {
        "objects/Account/fields/SLAExpirationDate__c.field-meta.xml": metadataXml(
          "CustomField",
          "<fullName>SLAExpirationDate__c</fullName><label>SLA</label><type>Date</type>",
        ),
      },
    });
    lines(
      org,
      "insert new List<Account>{ new Account(Name = 'a', SLAExpirationDate__c = Date.today().addDays(3)), new Account(Name = 'b', SLAExpirationDate__c = Date.today().addDays(3)), new Account(Name = 'c') };",
    );
    lines(
      org,
      "update new Account(Id = [SELECT Id FROM Account WHERE Name = 'a'].Id, SLAExpirationDate__c = Date.today().addDays(5)); update new Account(Id = [SELECT Id FROM Account WHERE Name = 'b'].Id, SLAExpirationDate__c = null);",
    );

    after(org, 3 * DAY_MS);
    expect(lines(org, SITES)).toEqual(["a now null", "b now null", "c now null"]);
    after(org, DAY_MS);
    expect(lines(org, SITES)).toEqual(["a now later", "b now null", "c now null"]);
  });

  test("ends when the record does not meet the conditions any more, or is gone", () => {
    const org = flowOrg({
      flows: {
        F: triggered(
          {
            object: "Account",
            on: "CreateAndUpdate",
            more: `<doesRequireRecordChangedToMeetCriteria>true</doesRequireRecordChangedToMeetCriteria>${filter("Type", "EqualTo", text("Prospect"))}${scheduled(1, "Days")}`,
          },
          NOW + LATER,
        ),
      },
    });
    lines(
      org,
      "insert new List<Account>{ new Account(Name = 'a', Type = 'Prospect'), new Account(Name = 'b', Type = 'Prospect'), new Account(Name = 'c', Type = 'Prospect'), new Account(Name = 'd') };",
    );
    after(org, HOUR_MS);
    lines(
      org,
      "update new Account(Id = [SELECT Id FROM Account WHERE Name = 'b'].Id, Type = 'Other'); delete [SELECT Id FROM Account WHERE Name = 'c']; update new Account(Id = [SELECT Id FROM Account WHERE Name = 'd'].Id, Type = 'Prospect');",
    );

    after(org, DAY_MS - HOUR_MS);
    expect(lines(org, SITES)).toEqual(["a now later", "b now null", "d now null"]);
    after(org, HOUR_MS);
    expect(lines(org, SITES)).toEqual(["a now later", "b now null", "d now later"]);
  });

  test("shares a transaction with as many as its batch size allows", () => {
    const org = flowOrg({
      flows: {
        F: triggered(
          {
            object: "Account",
            more: scheduled(
              1,
              "Minutes",
              "<timeSource>RecordTriggerEvent</timeSource><maxBatchSize>2</maxBatchSize>",
            ),
          },
          NOW + LATER,
        ),
      },
      triggers: [
        "trigger T on Account (before update) { if (Trigger.new[0].Site == 'later') System.debug(Trigger.size); }",
      ],
    });
    lines(
      org,
      "List<Account> all = new List<Account>(); for (Integer i = 0; i < 3; i++) all.add(new Account(Name = 'n' + i)); insert all;",
    );
    org.now += MINUTE_MS;

    expect(lines(org, "Integer none = 0;")).toEqual(["2", "1"]);
  });
});

describe("a flow on a schedule", () => {
  const SITE = `<recordUpdates><name>First</name><label>First</label><inputAssignments><field>Site</field>${reference("$Record.Name")}</inputAssignments><inputReference>$Record</inputReference></recordUpdates>`;
  const flow = (
    frequency: string,
    start = "2026-05-13",
    object = `<object>Account</object>${filter("Type", "EqualTo", text("Prospect"))}`,
  ): string =>
    `<apiVersion>66.0</apiVersion><label>F</label><processType>AutoLaunchedFlow</processType><status>Active</status>
     <start>${next("First")}${object}<schedule><frequency>${frequency}</frequency><startDate>${start}</startDate><startTime>16:00:00.000Z</startTime></schedule><triggerType>Scheduled</triggerType></start>${SITE}`;
  const MAKE =
    "insert new List<Account>{ new Account(Name = 'a', Type = 'Prospect'), new Account(Name = 'b') };";
  const CLEAR =
    "update new Account(Id = [SELECT Id FROM Account WHERE Name = 'a'].Id, Site = null);";

  test("runs daily for the records that meet its conditions", () => {
    const org = flowOrg({ flows: { F: flow("Daily") } });
    lines(org, MAKE);
    expect(lines(org, SITES)).toEqual(["a null null", "b null null"]);

    after(org, 30 * MINUTE_MS);
    expect(lines(org, SITES)).toEqual(["a null a", "b null null"]);
    lines(org, CLEAR);
    after(org, DAY_MS - MINUTE_MS);
    expect(lines(org, SITES)).toEqual(["a null null", "b null null"]);
    after(org, MINUTE_MS);
    expect(lines(org, SITES)).toEqual(["a null a", "b null null"]);
  });

  test("runs once, and not if its time has passed", () => {
    const org = flowOrg({ flows: { F: flow("Once"), G: flow("Once", "2026-05-12") } });

    expect(org.org.nextDueAt).toBe(org.now + 30 * MINUTE_MS);
    after(org, HOUR_MS);
    expect(org.org.nextDueAt).toBeNull();
  });

  test("runs weekly from its first day on", () => {
    const org = flowOrg({ flows: { F: flow("Weekly", "2026-05-12") } });

    expect(org.org.nextDueAt).toBe(Date.UTC(2026, 4, 19, 16));
  });

  test("without records is one interview, and does not run in a test", () => {
    const create = `<recordCreates><name>First</name><label>First</label><inputAssignments><field>Name</field>${text("made")}</inputAssignments><object>Account</object></recordCreates>`;
    const org = flowOrg({ flows: { F: flow("Daily", "2026-05-13", "").replace(SITE, create) } });

    expect(
      org.test("Test.startTest(); Test.stopTest(); System.debug([SELECT COUNT() FROM Account]);")
        .debug,
    ).toEqual(["0"]);
    after(org, HOUR_MS);
    expect(lines(org, SITES)).toEqual(["made null null"]);
  });
});

describe("a flow that a platform event starts", () => {
  const NOTE = {
    "objects/Note__e/Note__e.object-meta.xml": metadataXml(
      "CustomObject",
      "<label>Note</label><pluralLabel>Notes</pluralLabel><deploymentStatus>Deployed</deploymentStatus><eventType>HighVolume</eventType><publishBehavior>PublishAfterCommit</publishBehavior>",
    ),
    "objects/Note__e/fields/Text__c.field-meta.xml": metadataXml(
      "CustomField",
      "<fullName>Text__c</fullName><label>Text</label><type>Text</type><length>80</length>",
    ),
  };
  const CREATE = `<recordCreates><name>First</name><label>First</label><inputAssignments><field>Name</field>${reference("$Record.Text__c")}</inputAssignments><inputAssignments><field>Site</field>${reference("$User.Username")}</inputAssignments><object>Account</object></recordCreates>`;
  const flow = (more = ""): string =>
    `<apiVersion>66.0</apiVersion><label>F</label><processType>AutoLaunchedFlow</processType><status>Active</status>
     <start>${next("First")}<object>Note__e</object>${more}<triggerType>PlatformEvent</triggerType></start>${CREATE}`;
  const publish = (...texts: readonly string[]): string =>
    `EventBus.publish(new List<Note__e>{ ${texts.map((each) => `new Note__e(Text__c = '${each}')`).join(", ")} });`;

  test("runs for each message, those of a batch together, as the Automated Process user", () => {
    const org = flowOrg({
      flows: { F: flow() },
      files: NOTE,
      triggers: ["trigger T on Account (before insert) { System.debug(Trigger.size); }"],
    });

    expect(lines(org, publish("a", "b"))).toEqual(["2"]);
    expect(lines(org, SITES)).toEqual([
      "a null autoproc@local.example",
      "b null autoproc@local.example",
    ]);
  });

  test("runs beside triggers of the event, and for messages that meet its conditions only", () => {
    const org = flowOrg({
      flows: { F: flow(filter("Text__c", "StartsWith", text("a"))) },
      files: NOTE,
      triggers: [
        "trigger T on Note__e (after insert) { System.debug('trigger ' + Trigger.size); }",
      ],
    });

    expect(lines(org, publish("a", "b"))).toEqual(["trigger 2"]);
    expect(lines(org, SITES)).toEqual(["a null autoproc@local.example"]);
  });

  test("that fails for one message says so, and runs for the others", () => {
    const org = flowOrg({
      flows: { F: flow() },
      files: NOTE,
      triggers: [
        "trigger T on Account (before insert) { for (Account a : Trigger.new) if (a.Name == 'b') a.addError('no'); }",
      ],
    });

    const { log } = org.run(publish("a", "b", "c"));
    expect(log).toHaveLength(1);
    expect(log[0]).toMatch(/^the flow F failed: /u);
    expect(lines(org, SITES)).toEqual([
      "a null autoproc@local.example",
      "c null autoproc@local.example",
    ]);
  });

  test.each([
    ["Test.startTest();", "Test.stopTest();"],
    ["", "Test.getEventBus().deliver();"],
  ])("runs in a test when %s %s", (before, deliver) => {
    const org = flowOrg({ flows: { F: flow() }, files: NOTE });
    const count = "System.debug([SELECT COUNT() FROM Account]);";

    expect(org.test(`${before} ${publish("a")} ${count} ${deliver} ${count}`).debug).toEqual([
      "0",
      "1",
    ]);
  });

  test("that comes to what is not run here skips its events, and the org goes on", () => {
    const wait = `<waits><name>First</name><label>First</label></waits>`;
    const org = flowOrg({ flows: { F: flow().replace(CREATE, wait) }, files: NOTE });

    const { log } = org.run(publish("a"));
    expect(log.join("\n")).toContain("Wait of flows");
    expect(lines(org, "System.debug('on');")).toEqual(["on"]);
  });
});

test("a job that comes to what is not run here has failed, and the org goes on", () => {
  const org = flowOrg({
    flows: { F: autolaunched("<waits><name>First</name><label>First</label></waits>") },
    classes: [
      `public class Waits implements Queueable { public void execute(QueueableContext context) {
        Flow.Interview.createInterview('F', new Map<String, Object>()).start();
      } }`,
    ],
  });

  expect(org.run("System.enqueueJob(new Waits());").log.join("\n")).toContain("Wait of flows");
  expect(lines(org, "System.debug([SELECT Status FROM AsyncApexJob].Status);")).toEqual(["Failed"]);
});

test("an element that an assignment changes in a path starts from the record as it is by then", () => {
  const org = flowOrg({
    flows: {
      F: triggered(
        { object: "Account", more: ASYNC },
        NOW +
          assign("Later", "$Record.Site", reference("$Record.Fax"), { then: "Save" }) +
          "<recordUpdates><name>Save</name><label>Save</label><inputReference>$Record</inputReference></recordUpdates>",
      ),
    },
  });

  lines(org, "insert new Account(Name = 'a');");
  expect(lines(org, SITES)).toEqual(["a now now"]);
});
