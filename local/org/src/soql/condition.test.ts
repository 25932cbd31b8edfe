import fc from "fast-check";
import { expect, test } from "vitest";
import { decimal, QueryFixture } from "./fixture.ts";

/** A condition with the text SOQL takes and what it means, said as simply as possible. */
interface Meant {
  readonly text: string;
  readonly holds: (row: TestRow) => boolean;
}

interface TestRow {
  readonly name: string | null;
  readonly revenue: number | null;
}

const word = fc.constantFrom("a", "A", "ab", "b", "B1");
const number = fc.constantFrom(-1, 0, 0.5, 2);

const textComparison = fc
  .tuple(fc.constantFrom("=", "!=", "<", "<=", ">", ">="), word)
  .map(([operator, value]): Meant => ({
    text: `Name ${operator} '${value}'`,
    holds: ({ name }) => compares(operator, name?.toLowerCase() ?? null, value.toLowerCase()),
  }));

const numberComparison = fc
  .tuple(fc.constantFrom("=", "!=", "<", "<=", ">", ">="), number)
  .map(([operator, value]): Meant => ({
    text: `AnnualRevenue ${operator} ${value}`,
    holds: ({ revenue }) => compares(operator, revenue, value),
  }));

const membership = fc
  .tuple(fc.boolean(), fc.uniqueArray(word, { minLength: 1 }))
  .map(([isIn, values]): Meant => ({
    text: `Name ${isIn ? "IN" : "NOT IN"} (${values.map((value) => `'${value}'`).join(", ")})`,
    holds: ({ name }) =>
      (name !== null && values.some((value) => value.toLowerCase() === name.toLowerCase())) ===
      isIn,
  }));

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
    numberComparison,
    membership,
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
  revenue: fc.option(number, { nil: null }),
});

test("a query finds exactly the rows its condition holds for", () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 8 }), condition, (rows, meant) => {
      const org = new QueryFixture();
      const ids = rows.map(({ name, revenue }) =>
        org.insert("Account", {
          Name: name,
          AnnualRevenue: revenue === null ? null : decimal(String(revenue)),
        }),
      );

      const found = org.column(`SELECT Id FROM Account WHERE ${meant.text}`, "Id");

      expect(found).toEqual(
        ids.filter((_id, index) => meant.holds(rows[index] ?? { name: null, revenue: null })),
      );
    }),
    { numRuns: 60 },
  );
});
