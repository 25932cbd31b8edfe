import { describe, expect, test } from "vitest";
import { parseClass } from "../../local/org/src/syntax/parse.ts";
import { mutationsOf, type MutationKind } from "./mutations.ts";
import { tokensOf } from "./tokens.ts";

const SOURCE = `/** A note. It's one. */
public class Note {
  private static final Integer MOST = 3;
  public static Decimal of(Invoice__c row, List<Integer> units) {
    // a - b
    Decimal sum = 0;
    if (row.Due__c == null && units.size() < 5) {
      sum = sum + row.Paid__c * MOST;
      row.put('status', true);
    }
    return sum;
  }
}
`;

function changes(kind: MutationKind): string[] {
  return mutationsOf(SOURCE)
    .filter((mutation) => mutation.kind === kind)
    .map(({ line, from, to }) => `${line} ${from} → ${to}`);
}

describe("the mistakes of a class", () => {
  test.each<[MutationKind, string[]]>([
    ["operator", ["7 == → !=", "7 && → ||", "7 < → <=", "8 + → -", "8 * → /"]],
    ["constant", ["3 3 → 4", "6 0 → 1", "7 5 → 6", "9 'status' → 'status_'", "9 true → false"]],
    [
      "condition",
      ["7 (row.Due__c == null && units.size() < 5) → (!(row.Due__c == null && units.size() < 5))"],
    ],
    ["statement", ["8 sum = sum + row.Paid__c * MOST; → {}", "9 row.put('status', true); → {}"]],
    ["field", ["7 Due__c → Paid__c", "8 Paid__c → Due__c"]],
  ])("of the kind %s", (kind, expected) => {
    expect(changes(kind)).toEqual(expected);
  });

  test("can each be written: no syntax error hides one", () => {
    for (const { kind, line, source } of mutationsOf(SOURCE))
      expect(parseClass("Note.cls", source).diagnostics, `${kind} in line ${line}`).toEqual([]);
  });

  test("each change one place, and leave all else as it is", () => {
    for (const { from, to, source } of mutationsOf(SOURCE)) {
      expect(source).not.toBe(SOURCE);
      expect(source.length).toBe(SOURCE.length - from.length + to.length);
      expect(source).toContain(to);
    }
  });
});

test("tokens stand where they say they do", () => {
  for (const { text, at, line } of tokensOf(SOURCE)) {
    expect(SOURCE.slice(at, at + text.length)).toBe(text);
    expect(SOURCE.slice(0, at).split("\n")).toHaveLength(line);
  }
});

test("what compares with or without equality is one token, and two lists of types that end are two", () => {
  const texts = tokensOf("Boolean a = b >= c; Map<Id, List<Id>> d = e;").map(({ text }) => text);
  expect(texts).toContain(">=");
  expect(texts.filter((text) => text === ">")).toHaveLength(2);
});

test.each([
  ["two names", "return a > b;", ["> → >="]],
  ["fields of them", "return a.due < b.due;", ["< → <="]],
  ["names in the head of a loop", "for (Integer i = 0; i < most; i++) {}", ["< → <="]],
  ["both ways in one condition", "return a < b && c > d;", ["< → <=", "&& → ||", "> → >="]],
  ["what a query asks for", "return [SELECT Id FROM Note WHERE Due < :day];", ["< → <="]],
])("%s are compared", (_name, body, expected) => {
  expect(operatorsIn(body)).toEqual(expected);
});

test.each([
  "List<Id> ids = new List<Id>();",
  "Map<Id, List<Schema.Note>> rows = (Map<Id, List<Schema.Note>>) all;",
  "for (List<Id[]> ids : all) {}",
  "List<Id>[] ids = null;",
])("types stand in a list of them: %s", (body) => {
  expect(operatorsIn(body)).toEqual([]);
});

function operatorsIn(body: string): readonly string[] {
  return mutationsOf(`public class Note { public Object of() { ${body} } }`)
    .filter(({ kind }) => kind === "operator")
    .map(({ from, to }) => `${from} → ${to}`);
}
