import { describe, expect, test } from "vitest";
import type { OrgFixture } from "../org/org-fixture.ts";
import {
  assign,
  autolaunched,
  filter,
  flowOrg,
  next,
  reference,
  text,
  variable,
} from "./fixture.ts";

const GREETING = autolaunched(
  assign("First", "greeting", text("Hello {!who}")) + variable("who") + variable("greeting"),
);
const org = flowOrg({
  flows: { Greet: GREETING, Greet_Later: GREETING.replace(">Active<", ">Draft<") },
});

function lines(of: OrgFixture, block: string): readonly string[] {
  const { debug, exception } = of.run(block);
  if (exception !== null) throw new Error(exception.headline);
  return debug;
}

describe("Flow.Interview", () => {
  test("is created by the flow's type or by its name", () => {
    expect(
      lines(
        org,
        `Flow.Interview.Greet one = new Flow.Interview.Greet(new Map<String, Object>{ 'who' => 'Ada' });
         one.start();
         System.debug(one.getVariableValue('greeting'));
         Flow.Interview two = Flow.Interview.createInterview('greet', new Map<String, Object>{ 'who' => 'Bob' });
         two.start();
         System.debug(two.getVariableValue('Greeting') + ' ' + two.getVariableValue('nothing'));`,
      ),
    ).toEqual(["Hello Ada", "Hello Bob null"]);
  });

  test("runs a flow that is switched off: its latest version stands for the active one", () => {
    expect(
      lines(
        org,
        `Flow.Interview one = new Flow.Interview.Greet_Later(new Map<String, Object>{ 'who' => 'Ada' });
         one.start(); System.debug(one.getVariableValue('greeting'));`,
      ),
    ).toEqual(["Hello Ada"]);
  });

  test("leaves out inputs that the flow has no variable for", () => {
    expect(
      lines(
        org,
        `Flow.Interview one = new Flow.Interview.Greet(new Map<String, Object>{ 'who' => 'Ada', 'whom' => 1 });
         one.start(); System.debug(one.getVariableValue('greeting'));`,
      ),
    ).toEqual(["Hello Ada"]);
  });

  test("of a flow that does not exist is a TypeException", () => {
    expect(
      org.run("Flow.Interview.createInterview('Nobody', new Map<String, Object>());").exception
        ?.typeName,
    ).toBe("System.TypeException");
  });

  test("a fault without a path is a FlowException, and the log says what failed", () => {
    const failing = flowOrg({
      flows: {
        F: autolaunched(
          "<recordCreates><name>First</name><label>First</label><object>Contact</object></recordCreates>",
        ),
      },
    });
    const { exception, debug } = failing.run("Flow.Interview.createInterview('F', null).start();");

    expect(exception?.headline).toContain(
      "System.FlowException: An unhandled fault has occurred in this flow",
    );
    expect(debug.join("\n")).toContain("Required fields are missing: [LastName]");
  });

  test("an input of another type is refused", () => {
    const counting = flowOrg({
      flows: { Count: autolaunched(variable("number", { type: "Number" })) },
    });

    const { exception } = counting.run(
      "new Flow.Interview.Count(new Map<String, Object>{ 'number' => 'Ada' }).start();",
    );

    expect(exception?.typeName).toBe("System.FlowException");
  });

  test("its type names the flow where there is one", () => {
    expect(
      lines(
        org,
        "System.debug(Flow.Interview.Greet.class.getName() + ' ' + Flow.Interview.Nobody.class.getName());",
      ),
    ).toEqual(["Flow.Interview.Greet Flow.Interview"]);
  });
});

describe("Invocable.Action of a flow", () => {
  test("gives the outputs of each interview", () => {
    expect(
      lines(
        org,
        `Invocable.Action action = Invocable.Action.createCustomAction('flow', 'Greet');
         action.setInvocations(new List<Map<String, Object>>{ new Map<String, Object>{ 'who' => 'Ada' }, new Map<String, Object>{ 'who' => 'Bob' } });
         for (Invocable.Action.Result result : action.invoke())
           System.debug(result.isSuccess() + ' ' + result.getOutputParameters().get('greeting'));`,
      ),
    ).toEqual(["true Hello Ada", "true Hello Bob"]);
  });

  test("fails for a flow that does not exist", () => {
    expect(
      lines(
        org,
        "System.debug(Invocable.Action.createCustomAction('flow', 'Nobody').invoke()[0].isSuccess());",
      ),
    ).toEqual(["false"]);
  });
});

describe("sharing", () => {
  const COUNT = autolaunched(
    `<recordLookups><name>First</name><label>First</label>${next("Count")}<object>Account</object><getFirstRecordOnly>false</getFirstRecordOnly><storeOutputAutomatically>true</storeOutputAutomatically></recordLookups>` +
      assign("Count", "result", reference("First"), { operator: "AssignCount" }) +
      variable("result", { type: "Number" }),
  );
  const caller = (sharing: string): string =>
    `public ${sharing} sharing class Counter { public static Object count() {
       Flow.Interview f = Flow.Interview.createInterview('Count', new Map<String, Object>()); f.start(); return f.getVariableValue('result'); } }`;
  const counted = (flow: string, sharing: string): readonly string[] => {
    const { debug, exception } = flowOrg({
      flows: { Count: flow },
      classes: [caller(sharing)],
      files: {
        "objects/Account/Account.object-meta.xml": `<?xml version="1.0"?><CustomObject xmlns="http://soap.sforce.com/2006/04/metadata"><sharingModel>Private</sharingModel></CustomObject>`,
      },
    }).test(
      `insert new Account(Name = 'x');
       User u = new User(Username = 'u@example.com', LastName = 'u', Alias = 'u', Email = 'u@example.com', TimeZoneSidKey = 'GMT', LocaleSidKey = 'en_US', EmailEncodingKey = 'UTF-8', LanguageLocaleKey = 'en_US', ProfileId = [SELECT Id FROM Profile WHERE Name = 'Standard User'].Id);
       System.runAs(u) { System.debug(Counter.count()); }`,
    );
    return exception === null ? debug : [exception.headline];
  };

  test("is heeded for a caller that heeds it, from version 62 of the flow on", () => {
    expect(counted(COUNT, "with")).toEqual(["0"]);
    expect(counted(COUNT, "without")).toEqual(["1"]);
    expect(counted(COUNT.replace("66.0", "61.0"), "with")).toEqual(["1"]);
  });
});

describe("a flow on a schedule", () => {
  test("that is started by its name runs for each of its records", () => {
    const flow = `<label>Nightly</label><processType>AutoLaunchedFlow</processType><status>Active</status>
      <start>${next("First")}<object>Account</object><triggerType>Scheduled</triggerType>${filter("Site", "IsNull", "<value><booleanValue>true</booleanValue></value>")}
      <schedule><frequency>Daily</frequency><startDate>2026-01-01</startDate><startTime>02:00:00.000Z</startTime></schedule></start>
      <recordUpdates><name>First</name><label>First</label><inputReference>$Record</inputReference><inputAssignments><field>Site</field>${reference("$Record.Name")}</inputAssignments></recordUpdates>`;

    expect(
      lines(
        flowOrg({ flows: { Nightly: flow } }),
        `insert new List<Account>{ new Account(Name = 'a'), new Account(Name = 'b', Site = 'kept') };
         Flow.Interview.createInterview('Nightly', null).start();
         for (Account a : [SELECT Site FROM Account ORDER BY Name]) System.debug(a.Site);`,
      ),
    ).toEqual(["a", "kept"]);
  });
});
