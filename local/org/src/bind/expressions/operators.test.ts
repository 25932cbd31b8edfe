import { describe, expect, it } from "vitest";
import { expressionOf, messagesIn, typeOf } from "../testing/bind-source.ts";

const VARIABLES =
  "Integer i = 1; Long l = 1; Double d = 1; Decimal n = 1; String s = ''; Date day; Datetime moment; Time hour; Boolean yes = true; Account a; Id key; Object o;";

describe("arithmetic", () => {
  it.each([
    ["i + i", "Integer"],
    ["i / i", "Integer"],
    ["i * l", "Long"],
    ["l - n", "Decimal"],
    ["i / d", "Double"],
    ["d + n", "Decimal"],
    ["i + 1.5", "Decimal"],
    ["i << l", "Integer"],
    ["l & i", "Long"],
    ["yes ^ yes", "Boolean"],
    ["~i", "Integer"],
    ["-n", "Decimal"],
    ["i++", "Integer"],
    ["s + i", "String"],
    ["null + s", "String"],
    ["day + i", "Date"],
    ["moment - 1.5", "Datetime"],
    ["hour + 1000", "Time"],
    ["'a'.length() + 1", "Integer"],
  ])("%s is of type %s", (apex, type) => {
    expect(typeOf(apex, VARIABLES)).toBe(type);
  });

  it("brings both operands to the type of the operation", () => {
    expect(expressionOf("i * n", VARIABLES)).toMatchObject({
      kind: "arithmetic",
      numeric: "Decimal",
      left: { kind: "convert", conversion: { kind: "numeric", from: "Integer", to: "Decimal" } },
      right: { kind: "local" },
    });
  });

  it.each([
    ["yes + i", "Arithmetic expressions must use numeric arguments"],
    ["null + i", "Arithmetic expressions must use numeric arguments"],
    ["s - i", "Arithmetic expressions must use numeric arguments"],
    ["day + n", "Date expressions must use Integer or Long"],
    ["moment + s", undefined],
    ["hour - n", "Time expressions must use Integer or Long"],
    ["n << i", "<< operation can only be applied to Integer or Long types"],
    [
      "n & i",
      "& operator can only be applied to Boolean expressions or to Integer or Long expressions",
    ],
    ["!i", "! operator can only be applied to boolean expressions"],
    ["-s", "Unary negation must use a numeric argument"],
    ["+s", undefined],
    ["s + + s", undefined],
    ["+day", undefined],
    ["~n", "Invalid type for bitwise negate: Decimal"],
    ["s++", "Unary postfix increment/decrement can only be applied to numeric expressions: String"],
    ["--s", "Unary prefix decrement can only be applied to numeric expressions: String"],
    ["yes && i", "Logical operator can only be applied to Boolean"],
  ])("says of %s: %s", (apex, message) => {
    expect(messagesIn(`${VARIABLES} Object r = ${apex};`)).toEqual(
      message === undefined ? [] : [message],
    );
  });
});

describe("comparison", () => {
  it.each([
    ["i == i", "Integer"],
    ["i == n", "Decimal"],
    ["s == 'A'", "string"],
    ["key == s", "id"],
    ["yes == true", "reference"],
    ["a == null", "reference"],
    ["a == a", "value"],
    ["o == s", "value"],
    ["day == moment", "value"],
    ["LoggingLevel.DEBUG == LoggingLevel.INFO", "reference"],
  ])("%s compares as %s", (apex, compare) => {
    expect(expressionOf(apex, VARIABLES)).toMatchObject({ kind: "equality", compare });
  });

  it.each([
    ["i < l", "Long"],
    ["s >= 'x'", "String"],
    ["key < s", "Id"],
    ["day < moment", "Datetime"],
    ["hour > hour", "Time"],
  ])("%s orders as %s", (apex, compare) => {
    expect(expressionOf(apex, VARIABLES)).toMatchObject({ kind: "comparison", compare });
  });

  it.each([
    ["i == s", "Comparison arguments must be compatible types: Integer, String"],
    ["a == s", "Comparison arguments must be compatible types: Account, String"],
    ["i < s", "Comparison arguments must be compatible types: Integer, String"],
    ["yes < yes", "Inequality operator not allowed for this type: Boolean"],
    ["a < a", "Inequality operator not allowed for this type: Account"],
    ["i === i", "Exact equality operator only allowed for reference types: Integer"],
  ])("says of %s: %s", (apex, message) => {
    expect(messagesIn(`${VARIABLES} Object r = ${apex};`)).toEqual([message]);
  });
});

describe("choices", () => {
  it.each([
    ["yes ? 1 : 2.5", "Decimal"],
    ["yes ? a : null", "Account"],
    ["yes ? a : (SObject) a", "SObject"],
    ["yes ? (Object) 1 : 'a'", "Object"],
    ["s ?? 'a'", "String"],
    ["[SELECT Id FROM Account] ?? a", "Account"],
    ["yes ? new DmlException() : (Exception) new QueryException()", "System.Exception"],
  ])("%s is of type %s", (apex, type) => {
    expect(typeOf(apex, VARIABLES)).toBe(type);
  });

  it.each([
    ["yes ? 1 : 'a'", "Incompatible types in ternary operator: Integer, String"],
    [
      "yes ? new DmlException() : new QueryException()",
      "Incompatible types in ternary operator: System.DmlException, System.QueryException",
    ],
    ["i ? 1 : 2", "Condition expression must be of type Boolean: Integer"],
    ["i ?? s", "Incompatible types in null coalescing operator: Integer, String"],
  ])("says of %s: %s", (apex, message) => {
    expect(messagesIn(`${VARIABLES} Object r = ${apex};`)).toEqual([message]);
  });
});

describe("casts", () => {
  it.each([
    ["(Integer) o", { kind: "unboxTo" }],
    ["(Account) o", { kind: "cast" }],
    ["(Account) (SObject) a", { kind: "cast" }],
    ["(Integer) n", { kind: "numeric", from: "Decimal", to: "Integer" }],
    ["(List<Account>) new List<SObject>()", { kind: "cast" }],
  ])("%s checks or converts the value", (apex, conversion) => {
    expect(expressionOf(apex, VARIABLES)).toMatchObject({ kind: "convert", conversion });
  });

  it.each([
    [
      "(Integer) s",
      "Incompatible types since an instance of String is never an instance of Integer",
    ],
    [
      "(Contact) a",
      "Incompatible types since an instance of Account is never an instance of Contact",
    ],
    [
      "a instanceof SObject",
      "Operation instanceof is always true since an instance of Account is always an instance of SObject",
    ],
    [
      "a instanceof Contact",
      "Operation instanceof is always false since an instance of Account is never an instance of Contact",
    ],
    ["(Nope) a", "Invalid type: Nope"],
  ])("says of %s: %s", (apex, message) => {
    expect(messagesIn(`${VARIABLES} Object r = ${apex};`)).toEqual([message]);
  });
});
