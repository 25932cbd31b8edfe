import { describe, expect, test } from "vitest";
import type { OrgFixture } from "../org/org-fixture.ts";
import {
  assign,
  autolaunched,
  filter,
  flowOrg,
  next,
  number,
  reference,
  text,
  variable,
} from "./fixture.ts";

/** The variable `result` after a run of the flow. */
function resultOf(
  content: string,
  {
    inputs = "",
    setUp = "",
    more = {},
    classes = [],
  }: {
    inputs?: string;
    setUp?: string;
    more?: Readonly<Record<string, string>>;
    classes?: readonly string[];
  } = {},
): string {
  const org = flowOrg({ flows: { F: autolaunched(content), ...more }, classes });
  return run(org, inputs, setUp);
}

function run(org: OrgFixture, inputs = "", setUp = ""): string {
  const { debug, exception } = org.run(
    `${setUp} Flow.Interview f = Flow.Interview.createInterview('F', new Map<String, Object>{${inputs}});
     f.start(); System.debug(f.getVariableValue('result'));`,
  );
  return exception === null ? (debug.at(-1) ?? "") : `${exception.headline} | ${debug.join(" ")}`;
}

const RESULT = variable("result");
const NUMBER = variable("result", { type: "Number", more: "<scale>2</scale>" });

describe("assignments", () => {
  test("put a literal, a constant, a formula or a text with merge fields into a variable", () => {
    expect(resultOf(assign("First", "result", text("a")) + RESULT)).toBe("a");
    expect(
      resultOf(
        assign("First", "result", reference("C")) +
          RESULT +
          `<constants><name>C</name><dataType>String</dataType><value><stringValue>c</stringValue></value></constants>`,
      ),
    ).toBe("c");
    expect(
      resultOf(
        assign("First", "result", reference("F1")) +
          NUMBER +
          `<formulas><name>F1</name><dataType>Number</dataType><expression>{!n} * 2 + LEN(&quot;{!n}&quot;)</expression><scale>2</scale></formulas>` +
          variable("n", { type: "Number", more: `<scale>0</scale>${number(4)}` }),
      ),
    ).toBe("12");
    expect(
      resultOf(
        assign("First", "result", reference("T")) +
          RESULT +
          variable("who", { more: text("Ada") }) +
          `<textTemplates><name>T</name><isViewedAsPlainText>true</isViewedAsPlainText><text>Dear {!who}</text></textTemplates>`,
      ),
    ).toBe("Dear Ada");
  });

  test("add to numbers, texts, dates and collections", () => {
    expect(
      resultOf(
        assign("First", "result", number(2), { operator: "Add", then: "Second" }) +
          assign("Second", "result", number(0.5), { operator: "Subtract" }) +
          NUMBER,
      ),
    ).toBe("1.5");
    expect(
      resultOf(
        assign("First", "result", number(31), { operator: "Add" }) +
          variable("result", {
            type: "Date",
            more: "<value><dateValue>2026-01-31</dateValue></value>",
          }),
      ),
    ).toBe("2026-03-03 00:00:00");
    const names = variable("names", { isCollection: true });
    const count = assign("Third", "result", reference("names"), { operator: "AssignCount" });
    expect(
      resultOf(
        assign("First", "names", text("a"), { operator: "Add", then: "Second" }) +
          assign("Second", "names", text("b"), { operator: "AddAtStart", then: "Third" }) +
          count +
          NUMBER +
          names,
      ),
    ).toBe("2");
    expect(
      resultOf(
        assign("First", "result", text("A"), { operator: "RemoveAll" }) +
          variable("result", { isCollection: true }),
        { inputs: "'result' => new List<String>{ 'a', 'b', 'a' }" },
      ),
    ).toBe("(b)");
  });

  test("a number is rounded to the variable's decimal places", () => {
    expect(resultOf(assign("First", "result", number(1.005)) + NUMBER)).toBe("1.01");
  });

  test("a record is given by value", () => {
    expect(
      resultOf(
        assign("First", "copy", reference("original"), { then: "Second" }) +
          assign("Second", "copy.Name", text("b"), { then: "Third" }) +
          assign("Third", "result", reference("original.Name")) +
          RESULT +
          variable("copy", { type: "SObject", object: "Account" }) +
          variable("original", { type: "SObject", object: "Account" }),
        { inputs: "'original' => new Account(Name = 'a')" },
      ),
    ).toBe("a");
  });

  test("a field of an empty record is a fault", () => {
    expect(
      resultOf(
        assign("First", "result", reference("nobody.Name")) +
          RESULT +
          variable("nobody", { type: "SObject", object: "Account" }),
      ),
    ).toContain(
      "The flow failed to access the value for nobody.Name because it hasn't been set or assigned.",
    );
  });
});

describe("decisions", () => {
  const rule = (name: string, conditions: string, then: string, logic = "and"): string =>
    `<rules><name>${name}</name><label>${name}</label><conditionLogic>${logic}</conditionLogic>${conditions}${next(then)}</rules>`;
  const condition = (left: string, operator: string, value: string): string =>
    `<conditions><leftValueReference>${left}</leftValueReference><operator>${operator}</operator>${value.replaceAll("value>", "rightValue>")}</conditions>`;
  const decide = (rules: string): string =>
    `<decisions><name>First</name><label>First</label>${next("No", "defaultConnector")}${rules}</decisions>` +
    assign("Yes", "result", text("yes")) +
    assign("No", "result", text("no")) +
    RESULT +
    variable("s") +
    variable("n", { type: "Number" }) +
    variable("b", { type: "Boolean" }) +
    variable("list", { isCollection: true });
  const holds = (conditions: string, inputs: string, logic?: string): boolean =>
    resultOf(decide(rule("R", conditions, "Yes", logic)), { inputs }) === "yes";
  const TRUE = "<value><booleanValue>true</booleanValue></value>";

  test.each([
    ["s", "EqualTo", text("ABC"), "'s' => 'abc'", true],
    ["s", "NotEqualTo", text("abc"), "'s' => 'ABC'", false],
    ["s", "Contains", text("B"), "'s' => 'abc'", true],
    ["s", "StartsWith", text("A"), "'s' => 'abc'", true],
    ["s", "EndsWith", text("a"), "'s' => 'abc'", false],
    ["s", "IsNull", TRUE, "", true],
    ["s", "IsBlank", TRUE, "'s' => ''", true],
    ["n", "GreaterThan", number(1), "'n' => 2", true],
    ["n", "GreaterThan", number(1), "", false],
    ["n", "LessThanOrEqualTo", number(2), "'n' => 2.0", true],
    ["n", "EqualTo", number(2), "'n' => 2.00", true],
    ["b", "EqualTo", TRUE, "'b' => true", true],
    ["b", "EqualTo", reference("$GlobalConstant.False"), "'b' => false", true],
    ["list", "Contains", text("A"), "'list' => new List<String>{ 'a' }", true],
    ["list", "IsEmpty", TRUE, "", true],
    ["s", "In", reference("list"), "'s' => 'a', 'list' => new List<String>{ 'a' }", true],
    ["s", "NotIn", reference("list"), "'s' => 'a', 'list' => new List<String>{ 'a' }", false],
  ])("%s %s", (left, operator, value, inputs, expected) => {
    expect(holds(condition(left, operator, value), inputs)).toBe(expected);
  });

  test("by their logic", () => {
    const three =
      condition("s", "EqualTo", text("x")) +
      condition("n", "EqualTo", number(1)) +
      condition("n", "EqualTo", number(2));

    expect(holds(three, "'s' => 'x', 'n' => 2", "1 AND (2 OR 3)")).toBe(true);
    expect(holds(three, "'s' => 'y', 'n' => 2", "1 AND (2 OR 3)")).toBe(false);
    expect(holds(three, "'s' => 'y', 'n' => 2", "or")).toBe(true);
  });
});

describe("loops", () => {
  const loop = (order: string): string =>
    `<loops><name>First</name><label>First</label><collectionReference>names</collectionReference><iterationOrder>${order}</iterationOrder>${next("Body", "nextValueConnector")}</loops>` +
    assign("Body", "result", reference("First"), { operator: "Add", then: "First" }) +
    RESULT +
    variable("names", { isCollection: true });

  test("go over a collection in either order, and end", () => {
    const inputs = "'names' => new List<String>{ 'a', 'b', 'c' }";

    expect(resultOf(loop("Asc"), { inputs })).toBe("abc");
    expect(resultOf(loop("Desc"), { inputs })).toBe("cba");
    expect(resultOf(loop("Asc"))).toBe("null");
  });

  test("an item that is changed does not change its collection", () => {
    const content =
      `<loops><name>First</name><label>First</label><collectionReference>accounts</collectionReference><iterationOrder>Asc</iterationOrder>${next("Body", "nextValueConnector")}${next("After", "noMoreValuesConnector")}</loops>` +
      assign("Body", "First.Name", text("changed"), { then: "First" }) +
      `<loops><name>After</name><label>After</label><collectionReference>accounts</collectionReference><iterationOrder>Asc</iterationOrder>${next("Show", "nextValueConnector")}</loops>` +
      assign("Show", "result", reference("After.Name"), { operator: "Add", then: "After" }) +
      RESULT +
      variable("accounts", { type: "SObject", object: "Account", isCollection: true });

    expect(
      resultOf(content, {
        inputs: "'accounts' => new List<Account>{ new Account(Name = 'kept') }",
      }),
    ).toBe("kept");
  });
});

describe("collections", () => {
  const ACCOUNTS = `insert new List<Account>{ new Account(Name = 'b', NumberOfEmployees = 1), new Account(Name = 'a', NumberOfEmployees = 2), new Account(Name = 'c') };`;
  const get = `<recordLookups><name>First</name><label>First</label>${next("Process")}<object>Account</object><getFirstRecordOnly>false</getFirstRecordOnly><storeOutputAutomatically>true</storeOutputAutomatically></recordLookups>`;
  const names = (collection: string): string =>
    `<loops><name>Each</name><label>Each</label><collectionReference>${collection}</collectionReference><iterationOrder>Asc</iterationOrder>${next("Show", "nextValueConnector")}</loops>` +
    assign("Show", "result", reference("Each.Name"), { operator: "Add", then: "Each" }) +
    RESULT;

  test("are sorted by their fields, blanks first or last, and cut to the limit", () => {
    const sort = (options: string, limit = ""): string =>
      `${get}<collectionProcessors><name>Process</name><label>Process</label>${next("Each")}<collectionProcessorType>SortCollectionProcessor</collectionProcessorType><collectionReference>First</collectionReference>${limit}${options}</collectionProcessors>${names("First")}`;
    const by = (field: string, order: string, blanksFirst: boolean): string =>
      `<sortOptions><doesPutEmptyStringAndNullFirst>${blanksFirst}</doesPutEmptyStringAndNullFirst><sortField>${field}</sortField><sortOrder>${order}</sortOrder></sortOptions>`;

    expect(resultOf(sort(by("Name", "Asc", false)), { setUp: ACCOUNTS })).toBe("abc");
    expect(resultOf(sort(by("NumberOfEmployees", "Desc", true)), { setUp: ACCOUNTS })).toBe("cab");
    expect(
      resultOf(sort(by("NumberOfEmployees", "Asc", false), "<limit>2</limit>"), {
        setUp: ACCOUNTS,
      }),
    ).toBe("ba");
  });

  test("are filtered into a collection of their own, by conditions or a formula", () => {
    const filtered = (criteria: string): string =>
      `${get}<collectionProcessors><name>Process</name><label>Process</label>${next("Each")}<assignNextValueToReference>item</assignNextValueToReference><collectionProcessorType>FilterCollectionProcessor</collectionProcessorType><collectionReference>First</collectionReference>${criteria}</collectionProcessors>${names("Process")}`;

    expect(
      resultOf(
        filtered(
          `<conditionLogic>and</conditionLogic><conditions><leftValueReference>item.NumberOfEmployees</leftValueReference><operator>GreaterThan</operator><rightValue><numberValue>1</numberValue></rightValue></conditions>`,
        ),
        { setUp: ACCOUNTS },
      ),
    ).toBe("a");
    expect(
      resultOf(
        filtered(
          "<conditionLogic>Formula</conditionLogic><formula>{!item.Name} &gt; &quot;a&quot;</formula>",
        ),
        { setUp: ACCOUNTS },
      ),
    ).toBe("bc");
  });
});

describe("Get Records", () => {
  const get = (content: string, then = "Show"): string =>
    `<recordLookups><name>First</name><label>First</label>${next(then)}<object>Account</object>${content}</recordLookups>`;
  const FIRST =
    "<getFirstRecordOnly>true</getFirstRecordOnly><storeOutputAutomatically>true</storeOutputAutomatically>";
  const SET_UP = `insert new List<Account>{ new Account(Name = 'a', Site = '50% off'), new Account(Name = 'b', Site = '500') };`;

  test("filters, sorts and keeps the first", () => {
    const show = assign("Show", "result", reference("First.Name")) + RESULT;

    expect(
      resultOf(get(`<sortField>Name</sortField><sortOrder>Desc</sortOrder>${FIRST}`) + show, {
        setUp: SET_UP,
      }),
    ).toBe("b");
    expect(
      resultOf(get(`${filter("Site", "Contains", text("0%"))}${FIRST}`) + show, { setUp: SET_UP }),
    ).toBe("a");
    expect(
      resultOf(
        get(
          `<filterLogic>1 OR 2</filterLogic>${filter("Name", "EqualTo", text("x"))}${filter("Site", "EndsWith", text("00"))}${FIRST}`,
        ) + show,
        { setUp: SET_UP },
      ),
    ).toBe("b");
  });

  test("puts fields into variables, and leaves them where there is no record unless told otherwise", () => {
    const outputs = `<outputAssignments><assignToReference>result</assignToReference><field>Name</field></outputAssignments>`;
    const named = (name: string, nulls: boolean): string =>
      `<recordLookups><name>First</name><label>First</label><object>Account</object><assignNullValuesIfNoRecordsFound>${nulls}</assignNullValuesIfNoRecordsFound>${filter("Name", "EqualTo", text(name))}${outputs}</recordLookups>`;
    const before = variable("result", { more: text("before") });

    expect(resultOf(named("a", true) + before, { setUp: SET_UP })).toBe("a");
    expect(resultOf(named("z", false) + before, { setUp: SET_UP })).toBe("before");
    expect(resultOf(named("z", true) + before, { setUp: SET_UP })).toBe("null");
  });

  test("reads a parent of what it has found", () => {
    const content = `<recordLookups><name>First</name><label>First</label>${next("Show")}<object>Contact</object>${FIRST}</recordLookups>`;

    expect(
      resultOf(content + assign("Show", "result", reference("First.Account.Name")) + RESULT, {
        setUp: `Account a = new Account(Name = 'parent'); insert a; insert new Contact(LastName = 'c', AccountId = a.Id);`,
      }),
    ).toBe("parent");
  });
});

describe("Update and Delete Records", () => {
  const SET_UP = `insert new List<Account>{ new Account(Name = 'a'), new Account(Name = 'b') };`;
  const after = (content: string): string =>
    flowOrg({ flows: { F: autolaunched(content) } })
      .run(
        `${SET_UP} Flow.Interview.createInterview('F', null).start();
        for (Account a : [SELECT Name, Site FROM Account ORDER BY Name]) System.debug(a.Name + ' ' + a.Site);`,
      )
      .debug.join(", ");

  test("of the records that meet conditions", () => {
    expect(
      after(
        `<recordUpdates><name>First</name><label>First</label><object>Account</object>${filter("Name", "EqualTo", text("a"))}<inputAssignments><field>Site</field>${text("s")}</inputAssignments></recordUpdates>`,
      ),
    ).toBe("a s, b null");
    expect(
      after(
        `<recordDeletes><name>First</name><label>First</label><object>Account</object>${filter("Name", "EqualTo", text("a"))}</recordDeletes>`,
      ),
    ).toBe("b null");
  });

  test("of a record that was found before", () => {
    const get = (then: string): string =>
      `<recordLookups><name>First</name><label>First</label>${next(then)}<object>Account</object><sortField>Name</sortField><sortOrder>Asc</sortOrder><getFirstRecordOnly>true</getFirstRecordOnly><storeOutputAutomatically>true</storeOutputAutomatically></recordLookups>`;

    expect(
      after(
        `${get("Set")}${assign("Set", "First.Site", text("s"), { then: "Update" })}<recordUpdates><name>Update</name><label>Update</label><inputReference>First</inputReference></recordUpdates>`,
      ),
    ).toBe("a s, b null");
    expect(
      after(
        `${get("Delete")}<recordDeletes><name>Delete</name><label>Delete</label><inputReference>First</inputReference></recordDeletes>`,
      ),
    ).toBe("b null");
  });

  test("a create gives its record its id", () => {
    expect(
      resultOf(
        `<recordCreates><name>First</name><label>First</label>${next("Get")}<assignRecordIdToReference>id</assignRecordIdToReference><object>Account</object><inputAssignments><field>Name</field>${text("new")}</inputAssignments></recordCreates>
         <recordLookups><name>Get</name><label>Get</label><object>Account</object>${filter("Id", "EqualTo", reference("id"))}<outputAssignments><assignToReference>result</assignToReference><field>Name</field></outputAssignments></recordLookups>` +
          RESULT +
          variable("id"),
      ),
    ).toBe("new");
  });
});

describe("faults", () => {
  test("lead along the fault path, with the message", () => {
    expect(
      resultOf(
        `<recordCreates><name>First</name><label>First</label>${next("Failed", "faultConnector")}<object>Contact</object></recordCreates>` +
          assign("Failed", "result", reference("$Flow.FaultMessage")) +
          RESULT,
      ),
    ).toBe(
      "This error occurred when the flow tried to create records: REQUIRED_FIELD_MISSING: Required fields are missing: [LastName]. You can look up ExceptionCode values in the SOAP API Developer Guide.",
    );
  });

  test("of Apex say what was thrown", () => {
    expect(
      resultOf(
        `<actionCalls><name>First</name><label>First</label>${next("Failed", "faultConnector")}<actionName>Thrower</actionName><actionType>apex</actionType></actionCalls>` +
          assign("Failed", "result", reference("$Flow.FaultMessage")) +
          RESULT,
        {
          classes: [
            "public class Thrower { @InvocableMethod public static void run() { throw new IllegalArgumentException('no'); } }",
          ],
        },
      ),
    ).toBe("An Apex error occurred: System.IllegalArgumentException: no");
  });
});

describe("actions and subflows", () => {
  const DOUBLER = `public class Doubler {
    public class Request { @InvocableVariable public Integer n; @InvocableVariable public List<String> names; }
    public class Response { @InvocableVariable public Decimal twice; @InvocableVariable public Integer size; }
    @InvocableMethod public static List<Response> run(List<Request> requests) {
      List<Response> responses = new List<Response>();
      for (Request request : requests) {
        Response response = new Response();
        response.twice = request.n * 2;
        response.size = request.names.size();
        responses.add(response);
      }
      return responses;
    }
  }`;
  const action = (outputs: string): string =>
    `<actionCalls><name>First</name><label>First</label>${outputs}<actionName>Doubler</actionName><actionType>apex</actionType>
     <inputParameters><name>n</name>${number(21)}</inputParameters><inputParameters><name>names</name>${reference("names")}</inputParameters></actionCalls>` +
    NUMBER +
    variable("names", { isCollection: true });

  test("an Apex action takes values of its types and gives its outputs", () => {
    expect(
      resultOf(
        action(
          `<outputParameters><assignToReference>result</assignToReference><name>twice</name></outputParameters>`,
        ),
        { classes: [DOUBLER] },
      ),
    ).toBe("42");
    expect(
      resultOf(
        action(`${next("Show")}<storeOutputAutomatically>true</storeOutputAutomatically>`) +
          assign("Show", "result", reference("First.size")),
        { classes: [DOUBLER], inputs: "'names' => new List<String>{ 'a', 'b' }" },
      ),
    ).toBe("2");
  });

  test("a subflow takes inputs and gives outputs", () => {
    const subflow = `<subflows><name>First</name><label>First</label><flowName>Inner</flowName>
      <inputAssignments><name>who</name>${text("Ada")}</inputAssignments>
      <outputAssignments><assignToReference>result</assignToReference><name>greeting</name></outputAssignments></subflows>`;
    const inner = autolaunched(
      assign("First", "greeting", text("Hello {!who}")) + variable("who") + variable("greeting"),
    );

    expect(resultOf(subflow + RESULT, { more: { Inner: inner } })).toBe("Hello Ada");
  });
});

describe("what is not run", () => {
  test("an element fails by its name where it is reached, and not before", () => {
    const org = flowOrg({
      flows: {
        F: autolaunched(
          `<decisions><name>First</name><label>First</label><rules><name>R</name><label>R</label><conditionLogic>and</conditionLogic><conditions><leftValueReference>result</leftValueReference><operator>EqualTo</operator><rightValue><stringValue>go</stringValue></rightValue></conditions>${next("Mail")}</rules></decisions>
           <actionCalls><name>Mail</name><label>Mail</label><actionName>emailSimple</actionName><actionType>emailSimple</actionType></actionCalls>` +
            RESULT,
        ),
      },
    });

    expect(run(org)).toBe("null");
    expect(() => run(org, "'result' => 'go'")).toThrow(
      "Not supported by the local org yet: the flow action emailSimple (F.Mail)",
    );
  });
});
