import { afterAll, expect, test } from "vitest";
import { compileProject } from "../../compile/compile-project.ts";
import { openLocalOrg } from "../../open-local-org.ts";
import { metadataXml, sfdxProject, writeProject } from "../../schema/fixture/project.ts";
import { runScript } from "./evaluate.ts";
import { ScriptFailure } from "./failure.ts";
import { GapReached } from "../../runtime/gap-reached.ts";
import { parseScript } from "./parse.ts";
import { readInput } from "./read-input.ts";
import type { Value } from "./value.ts";
import { jsonText, xmlText } from "./write-output.ts";

const PEOPLE = `[{"name": "Ann", "age": 41, "tags": ["a", "b"]}, {"name": "Bob", "age": 7, "tags": []}]`;

function valueOf(body: string, header = "input payload application/json", given = PEOPLE): Value {
  const script = parseScript(`%dw 2.0\n${header}\n---\n${body}`);
  return runScript(
    script,
    new Map(script.inputs.map((input) => [input.name, readInput(given, input)])),
  );
}

const json = (body: string, header?: string, given?: string): unknown =>
  JSON.parse(jsonText(valueOf(body, header, given)));

// Examples of the DataWeave Reference where they fit, "dw::Core" and the Language Guide.
test.each<readonly [string, unknown]>([
  ["payload.name", ["Ann", "Bob"]],
  ["payload[0].tags[-1]", "b"],
  ["payload map $.name", ["Ann", "Bob"]],
  ["payload map (person, index) -> index ++ ' ' ++ person.name", ["0 Ann", "1 Bob"]],
  ["payload filter $.age > 10 map (person) -> person.name", ["Ann"]],
  ["payload filter ((person) -> person.age > 10 and not isEmpty(person.tags)) map $.name", ["Ann"]],
  ["payload map { ($.name): $.age }", [{ Ann: 41 }, { Bob: 7 }]],
  [
    "payload[0] mapObject (value, key, index) -> { (upper(key)): index }",
    { NAME: 0, AGE: 1, TAGS: 2 },
  ],
  ["payload[0] pluck $$", ["name", "age", "tags"]],
  ["payload flatMap $.tags", ["a", "b"]],
  ["people: sizeOf(payload)", { people: 2 }],
  ["{ (payload map { ($.name): true }), all: 2 }", { Ann: true, Bob: true, all: 2 }],
  ["if (payload[0].age >= 18) 'adult' else if (payload[0].age > 2) 'child' else 'baby'", "adult"],
  ["payload[1].name match { case 'Ann' -> 1 case 'Bob' -> 2 else -> 3 }", 2],
  ["'v12' match { case matches /v(\\d+)/ -> $[1] else -> null }", "12"],
  ["'v' ++ 1 ++ null default 'none'", "v1"],
  ["payload[0].email default 'none'", "none"],
  ["1 + 2 * 3 - 4 / 8", 6.5],
  ["(0.1 + 0.2) == 0.3", true],
  ["'2026-01-31' matches /\\d{4}-\\d\\d-\\d\\d/", true],
  ["null matches /a/", false],
  ["try(() -> 'x' as Date) orElse 'no date'", "no date"],
  ["try(() -> '2026-01-31' as Date) orElse 'no date'", "2026-01-31"],
  ["['12' as Number + 1, true as String, '7.10' as Number]", [13, "true", 7.1]],
  ["'a,b' splitBy ',' joinBy '-'", "a-b"],
  ["[1, 2] ++ [3]", [1, 2, 3]],
  ["{a: 1} ++ {b: 2}", { a: 1, b: 2 }],
  ["-payload[1].age", -7],
])("%s", (body, expected) => {
  expect(json(body)).toEqual(expected);
});

test("variables and functions of the header may use each other", () => {
  const header = `input payload application/json
    import * from dw::core::Strings
    var limit = 10
    fun label(person) = person.name ++ mark(person.age)
    fun mark(age: Number): String = if (age > limit) '!' else ''`;
  expect(
    json("payload map label($)", header.replace("import * from dw::core::Strings\n", "")),
  ).toEqual(["Ann!", "Bob"]);
});

test("CSV has names in its first line, quoted values with separators, lines and quotes in them", () => {
  const csv = 'a;b\n1;"x;y"\n"li\nne";"say ""hi"""\n';
  expect(json("payload", "input payload application/csv separator=';'", csv)).toEqual([
    { a: "1", b: "x;y" },
    { a: "li\nne", b: 'say "hi"' },
  ]);
});

test("XML has attributes, and repeats a name for several values", () => {
  const body =
    "books: { (payload map { book @(age: $.age): { title: $.name ++ ' & co', tag: $.tags } }) }";
  expect(xmlText(valueOf(body))).toBe(
    `<?xml version='1.0' encoding='UTF-8'?>
<books>
  <book age="41">
    <title>Ann &amp; co</title>
    <tag>a</tag>
    <tag>b</tag>
  </book>
  <book age="7">
    <title>Bob &amp; co</title>
  </book>
</books>`,
  );
});

test.each([
  ["1 / 0", "Division by zero"],
  ["'x' as Number", "Cannot coerce String (x) to Number"],
  ["payload as Date", "Cannot coerce Array"],
])("%s fails as on Salesforce", (body, message) => {
  expect(() => valueOf(body)).toThrow(ScriptFailure);
  expect(() => valueOf(body)).toThrow(message);
});

test.each([
  ["payload groupBy $.age", "the name groupBy in DataWeave"],
  ["payload[0] update { case .age -> 1 }", "DataWeave"],
  ["'a $(1 + 1)'", "interpolation in DataWeave"],
  ["payload..name", "in DataWeave"],
  ["now()", "the name now in DataWeave"],
])("%s is a gap by its name", (body, message) => {
  expect(() => valueOf(body)).toThrow(GapReached);
  expect(() => valueOf(body)).toThrow(message);
});

const meta = metadataXml("DataWeaveResource", "<apiVersion>66.0</apiVersion>");
const files = writeProject(
  sfdxProject({
    "dw/toAccounts.dwl": `%dw 2.0
input rows application/csv
output application/apex
---
rows map { Name: $.name, AnnualRevenue: $.revenue as Number } as Object {class: "Account"}`,
    "dw/toAccounts.dwl-meta.xml": meta,
    "dw/toShapes.dwl": `%dw 2.0
input shapes application/json
output application/apex
---
shapes map (shape) -> shape as Object {class: "Shape"}`,
    "dw/toShapes.dwl-meta.xml": meta,
    "dw/plain.dwl":
      "input it application/java\noutput application/apex\n---\n{ a: 1, b: [2.5, it.name] }",
    "dw/plain.dwl-meta.xml": meta,
    "dw/fails.dwl": "output application/json\n---\n1 / 0",
    "dw/fails.dwl-meta.xml": meta,
    "dw/sheet.dwl": "output application/xlsx\n---\n[]",
    "dw/sheet.dwl-meta.xml": meta,
    "classes/Shape.cls": `public class Shape {
      public transient String name; public Decimal area = 1; public List<Integer> sides; public Object anything;
    }`,
    "classes/WeaveTest.cls": `@IsTest private class WeaveTest {
  @IsTest static void records() {
    List<Account> made = (List<Account>) new DataWeaveScriptResource.toAccounts().execute(new Map<String, Object>{ 'rows' => 'name,revenue\\nA,12.50\\nB,3' }).getValue();
    Assert.areEqual('A', made[0].Name);
    Assert.areEqual(12.5, made[0].AnnualRevenue);
    insert made;
  }
  @IsTest static void objects() {
    DataWeave.Script script = DataWeave.Script.createScript('toShapes');
    Object made = script.execute(new Map<String, Object>{ 'shapes' => '[{"name":"sq","area":4,"sides":[1,2],"anything":{"x":1}},{"other":1}]' }).getValue();
    List<Shape> shapes = (List<Shape>) made;
    Assert.areEqual('sq', shapes[0].name);
    Assert.areEqual(4, shapes[0].area);
    Assert.areEqual(new List<Integer>{ 1, 2 }, shapes[0].sides);
    Assert.areEqual(1, ((Map<String, Object>) shapes[0].anything).get('x'));
    Assert.areEqual(1, shapes[1].area);
  }
  @IsTest static void untyped() {
    Map<String, Object> made = (Map<String, Object>) new DataWeaveScriptResource.plain().execute(new Map<String, Object>{ 'it' => new Map<String, Object>{ 'name' => 'n' } }).getValue();
    Assert.areEqual(1, (Integer) made.get('a'));
    Assert.areEqual(new List<Object>{ 2.5, 'n' }, made.get('b'));
  }
  @IsTest static void failures() {
    for (String name : new List<String>{ 'fails', 'sheet' }) {
      try {
        DataWeave.Script.createScript(name).execute(new Map<String, Object>());
        Assert.fail('It ran');
      } catch (DataWeaveScriptException e) {
        Assert.isTrue(e.getMessage().startsWith(name == 'fails' ? 'Division by zero' : 'Unknown content type \`application/xlsx\`'), e.getMessage());
      }
    }
  }
}`,
  }),
);
afterAll(() => files.remove());

test("Apex runs scripts by their class or by their name, and gets records, objects and maps", () => {
  const project = compileProject({ paths: [files.path] });
  expect(project.diagnostics).toEqual([]);
  const { tests } = openLocalOrg(project).runTests();
  expect(tests.filter(({ outcome }) => outcome !== "pass")).toEqual([]);
  expect(tests).toHaveLength(4);
});
