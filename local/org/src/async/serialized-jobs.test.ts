import { beforeEach, describe, expect, test } from "vitest";
import { apexOrg, type OrgFixture } from "../org/org-fixture.ts";
import { JOB_OBJECTS } from "../store/fixture/job-objects.ts";
import { ACCOUNT, schemaFixture } from "../store/fixture/small-schema.ts";

const CLASSES = [
  `public class Note {
    public String text; public Note(String text) { this.text = text; }
  }`,
  `public class Saying implements Queueable, Schedulable {
    public String text = 'Hello';
    public List<String> texts = new List<String>{ 'Hello' };
    public Map<String, Note> notes = new Map<String, Note>{ 'a' => new Note('Hello') };
    public Account record = new Account(Name = 'Hello');
    public Note first = new Note('Hello');
    public Note second = first;
    public Saying self = this;
    public Map<String, SObjectField> fields = Account.SObjectType.getDescribe().fields.getMap();
    public transient Note lost = new Note('lost');
    public transient String property { get; set; }
    public void execute(QueueableContext context) { say(); }
    public void execute(SchedulableContext context) { say(); }
    public void say() {
      System.debug(text + ' ' + texts + ' ' + notes.get('a').text + ' ' + record.Name + ' ' + lost + ' ' + property);
      first.text = 'changed';
      System.debug(second.text + ' ' + (self === this) + ' ' + fields.containsKey('NAME'));
    }
    @future public static void later(List<String> texts) { System.debug(String.join(texts, ', ')); }
  }`,
  `public class Versioned implements Queueable {
    Version version = new Version(1, 0);
    public void execute(QueueableContext context) { }
  }`,
  `public virtual class Counting implements Database.Batchable<SObject> {
    List<String> seen = new List<String>();
    Integer count = 0;
    transient String place = 'made';
    public Database.QueryLocator start(Database.BatchableContext context) {
      place = 'started';
      return Database.getQueryLocator('SELECT Id FROM Account');
    }
    public void execute(Database.BatchableContext context, List<Account> scope) {
      System.debug('at ' + place); place = 'executed';
      for (Account each : scope) { seen.add(each.Id); count++; }
    }
    public void finish(Database.BatchableContext context) { System.debug(seen.size() + ' ' + count + ' ' + place); }
  }`,
  "public class Remembering extends Counting implements Database.Stateful { }",
];

let org: OrgFixture;

beforeEach(() => {
  org = apexOrg({ schema: schemaFixture([ACCOUNT, ...JOB_OBJECTS]), classes: CLASSES });
});

function debugOf(block: string): readonly string[] {
  const { exception, debug } = org.test(`Test.startTest(); ${block}`);
  expect(exception?.headline).toBeUndefined();
  return debug;
}

const CHANGES = `saying.text = 'World'; saying.texts.add('World'); saying.notes.get('a').text = 'World';
  saying.record.Name = 'World'; saying.first.text = 'World';`;
const FROZEN = ["Hello (Hello) Hello Hello null null", "changed true true"];

describe("a job is serialized", () => {
  test.each([
    ["System.enqueueJob(saying);"],
    ["System.schedule('Saying', '0 0 * * * ?', saying);"],
  ])("when it is asked for: %s", (ask) => {
    expect(
      debugOf(`Saying saying = new Saying(); saying.property = 'lost'; ${ask} ${CHANGES}
        Test.stopTest(); System.debug(saying.second.text + ' ' + saying.lost.text);`),
    ).toEqual([...FROZEN, "World lost"]);
  });

  test("and so are the arguments of a future method", () => {
    expect(
      debugOf(`List<String> texts = new List<String>{ 'Hello' }; Saying.later(texts);
        texts.add('World'); Test.stopTest();`),
    ).toEqual(["Hello"]);
  });

  test("unless it holds what cannot be", () => {
    const { exception } = org.test("System.enqueueJob(new Versioned());");
    expect(exception?.headline).toBe(
      "System.SerializationException: Not Serializable: System.Version",
    );
  });
});

describe("between the transactions of a batch", () => {
  test.each([
    ["everything it gathered is lost", "Counting", ["at null", "0 0 null"]],
    ["a stateful one loses what is transient", "Remembering", ["at null", "1 1 null"]],
  ])("%s", (_, name, said) => {
    const run = `insert new Account(Name = 'a'); Counting job = new ${name}(); Database.executeBatch(job);`;
    expect(debugOf(`${run} Test.stopTest(); job.finish(null);`)).toEqual([...said, "0 0 made"]);
  });
});
