import fc from "fast-check";
import { expect, test } from "vitest";
import { ApexDatetime } from "../runtime/datetime.ts";
import { decimal, QueryFixture } from "./fixture.ts";

/** A condition with the text SOQL takes and what it means, said as simply as possible. */
interface Meant {
  readonly text: string;
  readonly holds: (row: TestRow) => boolean;
}

interface TestRow {
  readonly name: string | null;
  /** Case-sensitive, and with an index. */
  readonly code: string | null;
  readonly revenue: number | null;
  /** Milliseconds since 1970; with an index by hours. */
  readonly created: number;
}

const NOW = Date.UTC(2026, 4, 13, 15, 30);
const DAY_MS = 86_400_000;
const TODAY = Date.UTC(2026, 4, 13);

const word = fc.constantFrom(
  "a",
  "A",
  "ab",
  "b",
  "B1",
  "a%b",
  "a_b",
  "a.b",
  "É",
  "é",
  "it's",
  "a\\b",
  "\\",
  "a\nb",
  '"',
  "😀",
);
const number = fc.constantFrom(-1, 0, 0.5, 2, 0.1, 123_456_789_012.34);
const moment = fc
  .tuple(fc.integer({ min: -3, max: 3 }), fc.constantFrom(0, 1, 1000, 3_600_000, DAY_MS - 1))
  .map(([days, ms]) => TODAY + days * DAY_MS + ms);
const orders = fc.constantFrom("=", "!=", "<", "<=", ">", ">=");

/** As SOQL quotes a text. */
function quoted(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'").replaceAll("\n", "\\n")}'`;
}

const textComparison = fc.tuple(orders, word).map(([operator, value]): Meant => ({
  text: `Name ${operator} ${quoted(value)}`,
  holds: ({ name }) => compares(operator, name?.toLowerCase() ?? null, value.toLowerCase()),
}));

const codeComparison = fc.tuple(orders, word).map(([operator, value]): Meant => ({
  text: `Code__c ${operator} ${quoted(value)}`,
  holds: ({ code }) => compares(operator, code, value),
}));

const numberComparison = fc.tuple(orders, number).map(([operator, value]): Meant => ({
  text: `AnnualRevenue ${operator} ${value}`,
  holds: ({ revenue }) => compares(operator, revenue, value),
}));

const timeComparison = fc.tuple(orders, moment).map(([operator, value]): Meant => ({
  text: `CreatedDate ${operator} ${new Date(value).toISOString()}`,
  holds: ({ created }) => compares(operator, created, value),
}));

/** Each with its first day and the one after its last, from today. */
const DAY_RANGES = [
  ["TODAY", 0, 1],
  ["YESTERDAY", -1, 0],
  ["TOMORROW", 1, 2],
  ["LAST_N_DAYS:2", -2, 1],
  ["NEXT_N_DAYS:2", 1, 3],
  ["N_DAYS_AGO:2", -2, -1],
  // 13 May 2026 is a Wednesday, and weeks begin on Sunday.
  ["THIS_WEEK", -3, 4],
  ["LAST_WEEK", -10, -3],
] as const;

const dayComparison = fc
  .tuple(orders, fc.constantFrom(...DAY_RANGES))
  .map(([operator, [literal, first, end]]): Meant => ({
    text: `CreatedDate ${operator} ${literal}`,
    holds: ({ created }) => {
      const day = Math.floor((created - TODAY) / DAY_MS);
      return compares(operator, day < first ? -1 : day < end ? 0 : 1, 0);
    },
  }));

/** An empty text stands for none. */
const membership = fc
  .tuple(
    fc.constantFrom("Name", "Code__c"),
    fc.boolean(),
    fc.uniqueArray(fc.oneof({ arbitrary: word, weight: 9 }, fc.constant("")), { minLength: 1 }),
  )
  .map(([field, isIn, values]): Meant => {
    const folded = (text: string): string => (field === "Name" ? text.toLowerCase() : text);
    const wanted = new Set(values.map(folded));
    return {
      text: `${field} ${isIn ? "IN" : "NOT IN"} (${values.map(quoted).join(", ")})`,
      holds: ({ name, code }) =>
        wanted.has(folded((field === "Name" ? name : code) ?? "")) === isIn,
    };
  });

/** A pattern's parts: what stands for any text, for any character, and for itself. */
const part = fc.constantFrom("any", "one", "a", "A", "b", "%", "_", ".", "é", "1", "'", "😀");

function isLike(text: readonly string[], [first, ...rest]: readonly string[]): boolean {
  if (first === undefined) return text.length === 0;
  if (first === "any")
    return isLike(text, rest) || (text.length > 0 && isLike(text.slice(1), [first, ...rest]));
  const [character, ...others] = text;
  return (
    character !== undefined && (first === "one" || first === character) && isLike(others, rest)
  );
}

const likeness = fc
  .tuple(fc.constantFrom("Name", "Code__c"), fc.array(part, { minLength: 1, maxLength: 5 }))
  .map(([field, parts]): Meant => {
    const folded = (text: string): string => (field === "Name" ? text.toLowerCase() : text);
    const written: Readonly<Record<string, string>> = {
      any: "%",
      one: "_",
      "%": "\\%",
      _: "\\_",
      "'": "\\'",
    };
    return {
      text: `${field} LIKE '${parts.map((each) => written[each] ?? each).join("")}'`,
      holds: ({ name, code }) => {
        const value = field === "Name" ? name : code;
        return value !== null && isLike(Array.from(folded(value)), parts.map(folded));
      },
    };
  });

const nullness = fc.boolean().map((isNull): Meant => ({
  text: `Name ${isNull ? "=" : "!="} null`,
  holds: ({ name }) => (name === null) === isNull,
}));

function compares<T extends string | number>(
  operator: string,
  actual: T | null,
  value: T,
): boolean {
  if (operator === "!=") return actual !== value;
  if (actual === null) return false;
  if (operator === "=") return actual === value;
  if (operator === "<") return actual < value;
  if (operator === "<=") return actual <= value;
  return operator === ">" ? actual > value : actual >= value;
}

const { condition } = fc.letrec<{ condition: Meant }>((tie) => ({
  condition: fc.oneof(
    { depthSize: "small" },
    textComparison,
    codeComparison,
    numberComparison,
    timeComparison,
    dayComparison,
    membership,
    likeness,
    nullness,
    fc
      .tuple(fc.constantFrom("AND", "OR"), tie("condition"), tie("condition"))
      .map(([operator, left, right]): Meant => ({
        text: `(${left.text} ${operator} ${right.text})`,
        holds: (row) =>
          operator === "AND"
            ? left.holds(row) && right.holds(row)
            : left.holds(row) || right.holds(row),
      })),
    tie("condition").map((inner): Meant => ({
      text: `(NOT ${inner.text})`,
      holds: (row) => !inner.holds(row),
    })),
  ),
}));

const row = fc.record({
  name: fc.option(word, { nil: null }),
  code: fc.option(word, { nil: null }),
  created: moment,
  revenue: fc.option(number, { nil: null }),
});

test("a query finds exactly the rows its condition holds for", () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 12 }), condition, (rows, meant) => {
      const org = new QueryFixture();
      org.context = { ...org.context, now: NOW };
      const found = rows.map((each) => ({
        each,
        id: org.insert("Account", {
          Name: each.name,
          Code__c: each.code,
          AnnualRevenue: each.revenue === null ? null : decimal(String(each.revenue)),
          CreatedDate: new ApexDatetime(each.created),
        }),
      }));

      expect(org.column(`SELECT Id FROM Account WHERE ${meant.text}`, "Id")).toEqual(
        found.filter(({ each }) => meant.holds(each)).map(({ id }) => id),
      );
    }),
  );
});

test.each([
  [String.raw`Name LIKE 'Ter\%'`, ["Ter%"]],
  [String.raw`Name LIKE 'Ter\%%'`, ["Ter%", "Ter%m"]],
  [String.raw`Name LIKE ('x\_y', 'Ter\%')`, ["Ter%", "x_y"]],
  [String.raw`Name LIKE 'x\\_y'`, ["x_y"]],
])("an escaped wildcard stands for itself: %s", (condition, names) => {
  const org = new QueryFixture();
  for (const Name of ["Ter%", "Ter%m", "Term", "x_y", "xzy"]) org.insert("Account", { Name });

  expect(org.column(`SELECT Name FROM Account WHERE ${condition}`, "Name")).toEqual(names);
});

test("escapes a wildcard behind LIKE only", () => {
  const org = new QueryFixture();

  expect(() => org.query(String.raw`SELECT Id FROM Account WHERE Name = 'LIKE \'a\_b'`)).toThrow(
    "Illegal character sequence",
  );
});
