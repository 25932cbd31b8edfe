import { beforeAll, describe, expect, test } from "vitest";
import { type Alias, SharingOrg } from "./testing/sharing-org.ts";

const COUNT = "return [SELECT COUNT() FROM Job__c];";
const CLASSES = [
  `public with sharing class WithIt { public static Integer count() { ${COUNT} }
     public static Integer viaInherited() { return InheritsIt.count(); } public static Integer viaSilent() { return Silent.count(); }
     public static Integer viaWithout() { return WithoutIt.count(); } public static Integer dynamic() { return Database.countQuery('SELECT COUNT() FROM Job__c'); }
     public static Integer searched() { return [FIND 'named' RETURNING Job__c(Id)][0].size(); }
     public static Integer silentInner() { return new Silent.Nested().count(); }
     public static Integer systemMode() { return [SELECT COUNT() FROM Job__c WITH SYSTEM_MODE]; } }`,
  `public without sharing class WithoutIt { public static Integer count() { ${COUNT} }
     public static Integer viaInherited() { return InheritsIt.count(); } public static Integer viaSilent() { return Silent.count(); }
     public static Integer viaWith() { return WithIt.count(); } public static Integer dynamic() { return Database.countQuery('SELECT COUNT() FROM Job__c'); }
     public static Integer userMode() { return [SELECT COUNT() FROM Job__c WITH USER_MODE]; }
     public static Integer userModeCall() { return Database.countQuery('SELECT COUNT() FROM Job__c', AccessLevel.USER_MODE); }
     public static String renames(Id job) { return String.valueOf(Database.update(new Job__c(Id = job, Name = 'x'), false).isSuccess()); }
     public static String renamesAsUser(Id job) { return String.valueOf(Database.update(new Job__c(Id = job, Name = 'x'), false, AccessLevel.USER_MODE).isSuccess()); }
     public class Nested { public Integer count() { ${COUNT} } } }`,
  `public inherited sharing class InheritsIt { public static Integer count() { ${COUNT} } }`,
  `public class Silent { public static Integer count() { ${COUNT} } public static Integer viaInherited() { return InheritsIt.count(); }
     public class Nested { public Integer count() { ${COUNT} } } }`,
  `public virtual without sharing class Above { public virtual Integer count() { ${COUNT} } }`,
  `public class Below extends Above { public override Integer count() { ${COUNT} } }`,
  `public with sharing class Sharer extends Above { public Integer own() { ${COUNT} } public override Integer count() { return super.count(); } }`,
  `public class Job implements Queueable { public void execute(QueueableContext c) { System.debug(Silent.count()); } }`,
  `public inherited sharing class InheritedJob implements Queueable { public void execute(QueueableContext c) { System.debug([SELECT COUNT() FROM Job__c]); } }`,
  `@IsTest private class SilentTest { static Integer count() { ${COUNT} } }`,
];
const TRIGGERS = [
  "trigger OnLink on Link__c (after insert) { System.debug('trigger ' + [SELECT COUNT() FROM Job__c] + ' ' + Silent.count() + ' ' + WithIt.count()); }",
];

let org: SharingOrg;
let job: string;
beforeAll(() => {
  org = new SharingOrg({ classes: CLASSES, triggers: TRIGGERS });
  job = org.make("Job__c", "rep", { Name: "named" });
  org.make("Step__c", null, { Job__c: job });
});

const asks = (expression: string, alias: Alias = "alone"): readonly string[] =>
  org.said(alias, `System.debug(${expression});`);

// Apex Developer Guide, "Using the with sharing, without sharing, and inherited sharing Keywords".
describe("classes", () => {
  test.each([
    ["an anonymous block heeds sharing", "[SELECT COUNT() FROM Job__c]", "0"],
    ["with sharing heeds it", "WithIt.count()", "0"],
    ["without sharing does not", "WithoutIt.count()", "1"],
    ["inherited sharing, called by an anonymous block, heeds it", "InheritsIt.count()", "0"],
    ["inherited sharing, called with sharing, heeds it", "WithIt.viaInherited()", "0"],
    ["inherited sharing, called without sharing, does not", "WithoutIt.viaInherited()", "1"],
    ["no declaration, called with sharing, heeds it", "WithIt.viaSilent()", "0"],
    ["no declaration, called without sharing, does not", "WithoutIt.viaSilent()", "1"],
    ["the class of the method counts, not the caller's: without", "WithIt.viaWithout()", "1"],
    ["the class of the method counts, not the caller's: with", "WithoutIt.viaWith()", "0"],
    ["an inner class has nothing of the one around it", "new WithoutIt.Nested().count()", "0"],
    ["an inner class without a declaration is as its caller", "WithIt.silentInner()", "0"],
    ["a subclass inherits its superclass's declaration", "new Below().count()", "1"],
    ["a subclass may declare another", "new Sharer().own()", "0"],
    ["a method inherited runs as its own class says", "new Sharer().count()", "1"],
    ["a query text is as its class: with", "WithIt.dynamic()", "0"],
    ["a query text is as its class: without", "WithoutIt.dynamic()", "1"],
    ["user mode heeds sharing whatever the class says", "WithoutIt.userMode()", "0"],
    ["an access level of the call does too", "WithoutIt.userModeCall()", "0"],
    ["system mode leaves sharing to the class", "WithIt.systemMode()", "0"],
  ])("%s", (_rule, expression, expected) => {
    expect(asks(expression)).toEqual([expected]);
  });

  test("a job without a declaration begins without sharing", () => {
    expect(org.fixture.run("System.enqueueJob(new Job());", org.user("alone")).debug).toEqual([
      "1",
    ]);
  });

  test("a job that inherits sharing begins with it", () => {
    expect(
      org.fixture.run("System.enqueueJob(new InheritedJob());", org.user("alone")).debug,
    ).toEqual(["0"]);
  });

  test("a trigger runs without sharing, classes it calls as they say", () => {
    expect(org.said("alone", "insert new Link__c(Name = 'l');")).toEqual(["trigger 1 1 0"]);
  });

  test("DML without sharing changes what the user cannot see, in user mode it does not", () => {
    expect(asks(`WithoutIt.renames('${job}') + ' ' + WithoutIt.renamesAsUser('${job}')`)).toEqual([
      "true false",
    ]);
  });

  test("System.runAs takes the sharing of its user", () => {
    const { debug } = org.fixture.test(
      `System.runAs(new User(Id = '${org.user("alone").id}')) { System.debug(WithIt.count()); }
       System.runAs(new User(Id = '${org.user("vp").id}')) { System.debug(WithIt.count()); }`,
    );

    expect(debug).toEqual(["0", "1"]);
  });
});

// SOQL and SOSL Reference; Salesforce Help, "Sharing Settings".
describe("queries", () => {
  test("SOSL finds what is shared", () => {
    const search = `[FIND 'named' IN ALL FIELDS RETURNING Job__c(Id)][0].size()`;
    expect([asks(search, "rep"), asks(search)]).toEqual([["1"], ["0"]]);
  });

  test("aggregates count what is shared", () => {
    const sum = "[SELECT COUNT(Id) n FROM Job__c][0].get('n')";
    expect([asks(sum, "vp"), asks(sum)]).toEqual([["1"], ["0"]]);
  });

  test("sub-queries give children that are shared", () => {
    const open = org.make("Open__c", "rep");
    const steps = "[SELECT (SELECT Id FROM Steps__r) FROM Job__c].size()";
    expect([open.length, asks(steps, "rep"), asks(steps)]).toEqual([18, ["1"], ["0"]]);
  });

  test("semi-joins find what is shared, anti-joins leave it out", () => {
    const link = org.make("Link__c", "alone", { Job__c: job });
    const inJobs = (not: string): string =>
      `[SELECT COUNT() FROM Link__c WHERE Id = '${link}' AND Job__c ${not} IN (SELECT Id FROM Job__c)]`;
    expect([asks(inJobs("")), asks(inJobs("NOT")), asks(inJobs(""), "rep")]).toEqual([
      ["0"],
      ["1"],
      ["1"],
    ]);
  });

  test("a parent that is hidden reads as none, its id stays, and formulas show it", () => {
    const link = org.make("Link__c", "alone", { Job__c: job });
    const row = `[SELECT Job__c, Job__r.Name, Job_Name__c FROM Link__c WHERE Id = '${link}']`;
    expect(
      asks(`${row}.Job__r + ' ' + (${row}.Job__c != null) + ' ' + ${row}.Job_Name__c`),
    ).toEqual(["null true named"]);
  });

  test("a filter on a hidden parent matches nothing", () => {
    org.make("Link__c", "alone", { Job__c: job });
    const count = "[SELECT COUNT() FROM Link__c WHERE Job__r.Name = 'named']";
    expect([asks(count), asks(count, "rep")]).not.toEqual([["0"], ["0"]]);
    expect(asks(count)).toEqual(["0"]);
  });

  test("rows in the recycle bin are shared alike", () => {
    const gone = org.make("Job__c", "rep");
    const block = (alias: Alias): readonly string[] =>
      org.said(alias, `System.debug([SELECT COUNT() FROM Job__c WHERE Id = '${gone}' ALL ROWS]);`);
    expect([block("rep"), block("alone")]).toEqual([["1"], ["0"]]);
  });
});

const refusal = (alias: Alias, statement: string): readonly string[] =>
  org.said(
    alias,
    `try { ${statement} System.debug('done'); } catch (DmlException e) { System.debug(e.getDmlStatusCode(0)); }`,
  );

// SOAP API Developer Guide, "StatusCode"; Apex Developer Guide, "Sharing a Record Using Apex".
describe("DML", () => {
  const NO_ACCESS = "INSUFFICIENT_ACCESS_OR_READONLY";
  const NO_REFERENCE = "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY";
  const DONE = "done";
  const TRIVIAL = "FIELD_FILTER_VALIDATION_EXCEPTION";
  const sharing = (of: string, to: Alias, level: string, more = ""): string =>
    `insert new Job__Share(ParentId = '${of}', UserOrGroupId = '${org.user(to).id}', AccessLevel = '${level}'${more});`;

  test.each<readonly [string, Alias, () => string, string]>([
    [
      "updates what may be edited only",
      "alone",
      () => `update new Job__c(Id = '${job}', Name = 'y');`,
      NO_ACCESS,
    ],
    [
      "deletes what one may delete only",
      "alone",
      () => `delete new Open__c(Id = '${org.make("Open__c", "rep")}');`,
      NO_ACCESS,
    ],
    [
      "lets the owner delete",
      "rep",
      () => `delete new Open__c(Id = '${org.make("Open__c", "rep")}');`,
      DONE,
    ],
    [
      "makes no detail of a hidden master",
      "alone",
      () => `insert new Step__c(Name = 's', Job__c = '${job}');`,
      NO_REFERENCE,
    ],
    [
      "makes no detail of a master that can only be read",
      "agent",
      () =>
        `insert new Step__c(Name = 's', Job__c = '${org.make("Job__c", "rep", { Region__c: "North" })}');`,
      NO_REFERENCE,
    ],
    [
      "makes a detail where reading the master is enough",
      "agent",
      () =>
        `insert new Remark__c(Name = 's', Job__c = '${org.make("Job__c", "rep", { Region__c: "North" })}');`,
      DONE,
    ],
    [
      "makes a detail of one's own master",
      "rep",
      () => `insert new Step__c(Name = 's', Job__c = '${job}');`,
      DONE,
    ],
    [
      "refers to no record that is hidden",
      "alone",
      () => `insert new Link__c(Name = 'l', Job__c = '${job}');`,
      NO_REFERENCE,
    ],
    [
      "refers to a record that can be read",
      "agent",
      () =>
        `insert new Link__c(Name = 'l', Job__c = '${org.make("Job__c", "rep", { Region__c: "North" })}');`,
      DONE,
    ],
    [
      "leaves a hidden reference that stood there before",
      "alone",
      () =>
        `update new Link__c(Id = '${org.make("Link__c", "alone", { Job__c: job })}', Name = 'z');`,
      DONE,
    ],
    ["upserts alike", "alone", () => `upsert new Job__c(Id = '${job}', Name = 'y');`, NO_ACCESS],
    [
      "gives no record away that is not one's own",
      "alone",
      () =>
        `update new Open__c(Id = '${org.make("Open__c", "rep")}', OwnerId = UserInfo.getUserId());`,
      NO_ACCESS,
    ],
    [
      "lets the owner give it away",
      "rep",
      () =>
        `update new Open__c(Id = '${org.make("Open__c", "rep")}', OwnerId = '${org.user("alone").id}');`,
      DONE,
    ],
    [
      "lets Transfer Record give away what can be edited",
      "mover",
      () =>
        `update new Open__c(Id = '${org.make("Open__c", "rep")}', OwnerId = UserInfo.getUserId());`,
      DONE,
    ],
    [
      "lets anybody transfer where the default says so",
      "alone",
      () => `update new Case(Id = '${org.make("Case", "rep")}', OwnerId = UserInfo.getUserId());`,
      DONE,
    ],
    ["lets the owner share", "rep", () => sharing(job, "alone", "Read"), DONE],
    ["lets the owner's manager share", "vp", () => sharing(job, "alone", "Read"), DONE],
    [
      "lets nobody share who may only edit",
      "alone",
      () => {
        const id = org.make("Job__c", "rep");
        org.share(id, "Job__c", org.user("alone").id, "Edit");
        return sharing(id, "agent", "Read");
      },
      NO_REFERENCE,
    ],
    [
      "refuses a share that gives no more than the default",
      "rep",
      () =>
        `insert new Shown__Share(ParentId = '${org.make("Shown__c", "rep")}', UserOrGroupId = '${org.user("alone").id}', AccessLevel = 'Read');`,
      TRIVIAL,
    ],
    [
      "refuses a share of all access",
      "rep",
      () => sharing(job, "alone", "All"),
      "FIELD_INTEGRITY_EXCEPTION",
    ],
  ])("%s", (_rule, alias, statement, expected) => {
    expect(refusal(alias, statement()).at(-1)).toBe(expected);
  });

  test("a share is manual when it does not say why", () => {
    expect(
      org.said(
        "rep",
        `${sharing(job, "alone", "Read")} System.debug([SELECT RowCause FROM Job__Share WHERE ParentId = '${job}' AND UserOrGroupId = '${org.user("alone").id}'].RowCause);`,
      ),
    ).toEqual(["Manual"]);
  });

  test("a new owner makes manual shares void and keeps those with a reason", () => {
    const id = org.make("Job__c", "rep");
    org.share(id, "Job__c", org.user("alone").id, "Edit");
    org.share(id, "Job__c", org.user("agent").id, "Edit", "Recruiter__c");
    org.fixture.run(
      `update new Job__c(Id = '${id}', OwnerId = '${org.user("peer").id}');`,
      org.user("rep"),
    );
    expect(
      org.said(
        "admin",
        `for (Job__Share s : [SELECT RowCause FROM Job__Share WHERE ParentId = '${id}' AND RowCause != 'Owner']) System.debug(s.RowCause);`,
      ),
    ).toEqual(["Recruiter__c"]);
  });

  test("part of a list is saved where the call allows it", () => {
    const own = org.make("Job__c", "alone");
    expect(
      org.said(
        "alone",
        `for (Database.SaveResult r : Database.update(new List<Job__c>{ new Job__c(Id = '${own}'), new Job__c(Id = '${job}') }, false)) System.debug(r.isSuccess());`,
      ),
    ).toEqual(["true", "false"]);
  });
});

// Object Reference, "UserRecordAccess".
describe("UserRecordAccess", () => {
  const row = (alias: Alias, id: string, field: string): readonly string[] =>
    org.said(
      "admin",
      `System.debug([SELECT ${field} FROM UserRecordAccess WHERE UserId = '${org.user(alias).id}' AND RecordId = '${id}'].${field});`,
    );

  test("answers about another user too", () => {
    expect([row("rep", job, "MaxAccessLevel"), row("alone", job, "MaxAccessLevel")]).toEqual([
      ["All"],
      ["None"],
    ]);
  });

  test("counts object permissions in", () => {
    expect([row("reader", job, "HasReadAccess"), row("reader", job, "HasEditAccess")]).toEqual([
      ["true"],
      ["false"],
    ]);
  });

  test("knows who may transfer", () => {
    const open = org.make("Open__c", "rep");
    expect([
      row("alone", open, "HasTransferAccess"),
      row("mover", open, "HasTransferAccess"),
      row("rep", open, "HasTransferAccess"),
    ]).toEqual([["false"], ["true"], ["true"]]);
  });

  test("answers for every record asked, and filters", () => {
    expect(
      org.said(
        "rep",
        `Set<Id> ids = new Set<Id>{ '${job}', '${org.make("Job__c", "agent")}', '${org.make("Job__c", "alone")}' };
        System.debug([SELECT RecordId FROM UserRecordAccess WHERE UserId = :UserInfo.getUserId() AND RecordId IN :ids].size());
        System.debug([SELECT RecordId FROM UserRecordAccess WHERE UserId = :UserInfo.getUserId() AND RecordId IN :ids AND HasReadAccess = true].size());`,
      ),
    ).toEqual(["3", "2"]);
  });

  test("refuses a query without a user or records", () => {
    expect(
      org.said(
        "rep",
        "System.debug(Database.query('SELECT RecordId FROM UserRecordAccess').size());",
      )[0],
    ).toContain("can only be queried by");
  });
});
