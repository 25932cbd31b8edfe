import { describe, expect, test } from "vitest";
import { ApexDate } from "../runtime/date.ts";
import { ApexDatetime } from "../runtime/datetime.ts";
import { ApexDecimal } from "../runtime/decimal.ts";
import { ApexTime } from "../runtime/time.ts";
import type { FieldType } from "../schema/schema.ts";
import type { StoredValue } from "../store/row.ts";
import { checkFormula, evaluateFormula } from "./formula.ts";

const MOMENT = { now: Date.UTC(2026, 0, 31, 23, 30), timeZone: "Europe/Berlin" };

/** Fields by the letter they begin with: `blankNumber`, `Amount`, `When` … all empty unless given. */
const TYPES: Readonly<Record<string, FieldType>> = {
  Amount: "currency",
  Rate: "percent",
  Name: "string",
  Stage: "picklist",
  Days: "multipicklist",
  Start: "date",
  End: "date",
  At: "datetime",
  Clock: "time",
  Done: "boolean",
};

type Fields = Readonly<Record<string, StoredValue>>;

function value(formula: string, fields: Fields = {}, blankAsZero = false): StoredValue {
  return evaluateFormula(
    formula,
    (name) => ({ type: TYPES[name] ?? "string", value: fields[name] ?? null, blankAsZero }),
    MOMENT,
  );
}

/** The value as text, to compare with the documentation's examples. */
function shown(formula: string, fields: Fields = {}, blankAsZero = false): string {
  const result = value(formula, fields, blankAsZero);
  if (result instanceof ApexDecimal) return result.toPlainString();
  if (result instanceof ApexDate || result instanceof ApexDatetime) return result.toIso();
  return typeof result === "string" ? result : JSON.stringify(result);
}

function refusal(formula: string): string {
  try {
    return checkFormula(formula, (name) => {
      const type = TYPES[name];
      if (type === undefined) throw new Error(`Field ${name} does not exist. Check spelling.`);
      return { type };
    });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

describe("an empty field", () => {
  const DATE_FUNCTIONS = [
    "YEAR(Start)",
    "MONTH(Start)",
    "DAY(Start)",
    "WEEKDAY(Start)",
    "ADDMONTHS(Start, 1)",
    "DATEVALUE(At)",
    "ISOWEEK(Start)",
    "DAYOFYEAR(Start)",
    "HOUR(Clock)",
    "UNIXTIMESTAMP(At)",
    "Start + 1",
    "Start - End",
  ];
  for (const formula of DATE_FUNCTIONS) {
    test(`makes ${formula} empty, in both modes`, () => {
      expect([value(formula), value(formula, {}, true)]).toEqual([null, null]);
    });
  }

  test("is neither before nor after another, nor equal to it", () => {
    const start = { Start: ApexDate.of(2026, 1, 1) };
    for (const operator of ["<", "<=", ">", ">=", "=", "<>"])
      expect(value(`IF(End ${operator} Start, 1, 2)`, start)).toEqual(ApexDecimal.ofInteger(2));
  });

  test("of a number is 0 where blanks are zero, and makes sums empty where they are blank", () => {
    expect(shown("Amount + 1", {}, true)).toBe("1");
    expect(shown("Amount + 1")).toBe("null");
    expect(shown("Amount < 5", {}, true)).toBe("true");
    expect(shown("Amount < 5")).toBe("null");
    expect(shown("FLOOR(Amount)")).toBe("null");
    expect(shown("ISBLANK(Amount)")).toBe("true");
  });

  test("of a text equals an empty text, is blank, and is never null", () => {
    expect(shown('Name = ""')).toBe("true");
    expect(shown("ISBLANK(Name)")).toBe("true");
    expect(shown("ISNULL(Name)")).toBe("false");
    expect(shown('Name & "x"')).toBe("x");
    expect(shown('BLANKVALUE(Name, "none")')).toBe("none");
    expect(shown('NULLVALUE(Name, "none")')).toBe("null");
    expect(shown("LEN(Name)")).toBe("0");
  });

  test("of a picklist or a multi-select picklist is blank, and the latter null", () => {
    expect(shown("ISBLANK(Stage)")).toBe("true");
    expect(shown('ISPICKVAL(Stage, "")')).toBe("true");
    expect(shown("ISNULL(Days)")).toBe("true");
    expect(shown("ISBLANK(Days)")).toBe("true");
    expect(shown('INCLUDES(Days, "Mon")')).toBe("false");
    expect(shown("ISNULL(Days)", { Days: "Mon" })).toBe("false");
  });

  test("in a condition is not true, and NOT of it is not true either", () => {
    expect(shown("IF(NOT(Amount > 1), 1, 2)")).toBe("2");
    expect(shown("AND(Amount > 1, TRUE)")).toBe("false");
    expect(shown("OR(Amount > 1, TRUE)")).toBe("true");
    expect(shown("Done")).toBe("false");
  });

  test("gives CASE its otherwise", () => {
    expect(shown('CASE(MONTH(Start), 1, "Jan", "other")')).toBe("other");
    expect(shown('CASE(Stage, "A", 1, "", 2, 3)')).toBe("2");
  });
});

describe("the documentation's examples", () => {
  const EXAMPLES: readonly (readonly [formula: string, result: string])[] = [
    ["ADDMONTHS(DATE(2017, 9, 30), 1)", "2017-10-31"],
    ["ADDMONTHS(DATE(2017, 11, 15), 3)", "2018-02-15"],
    ['DATEVALUE("2017-11-15")', "2017-11-15"],
    ['DATETIMEVALUE("2005-11-15 17:00:00")', "2005-11-15T17:00:00.000Z"],
    ["DATE(2005, 1, 2)", "2005-01-02"],
    ["DAY(DATE(2005, 11, 15))", "15"],
    ["WEEKDAY(DATE(2017, 12, 31))", "1"],
    ["ISOWEEK(DATE(2021, 1, 3))", "53"],
    ["ISOYEAR(DATE(2021, 1, 3))", "2020"],
    ["DAYOFYEAR(DATE(2020, 12, 31))", "366"],
    ['HOUR(TIMEVALUE("18:23:00.000"))', "18"],
    ["FORMATDURATION(90061)", "25:01:01"],
    ["FORMATDURATION(90061, TRUE)", "1:01:01:01"],
    ["CEILING(2.5)", "3"],
    ["CEILING(-2.5)", "-3"],
    ["FLOOR(245.9)", "245"],
    ["FLOOR(-2.5)", "-2"],
    ["MCEILING(-2.5)", "-2"],
    ["MFLOOR(-2.5)", "-3"],
    ["MOD(4, 3)", "1"],
    ["MOD(123, 100)", "23"],
    ["MOD(-11, 4)", "-3"],
    ["ROUND(1.5, 0)", "2"],
    ["ROUND(-1.5, 0)", "-2"],
    ["ROUND(225.49823, 2)", "225.5"],
    ["ROUND(-225.495, 2)", "-225.5"],
    ["ROUND(1225, -2)", "1200"],
    ["TRUNC(-1.9)", "-1"],
    ["SQRT(9)", "3"],
    ["ABS(-3)", "3"],
    ["2 ^ 3", "8"],
    ["2 ^ -1", "0.5"],
    ["MAX(1, 3, 2)", "3"],
    ["MIN(1, 3, 2)", "1"],
    ['ASCII("A")', "65"],
    ["CHR(65)", "A"],
    ['BEGINS("IBM corporation", "IBM")', "true"],
    ['CONTAINS("Acme Partner", "Partner")', "true"],
    ['FIND("is", "This is", 4)', "6"],
    ['INITCAP("ada LOVELACE")', "Ada Lovelace"],
    ['LEFT("Acme", 2)', "Ac"],
    ['RIGHT("Acme", 2)', "me"],
    ['MID("abcdef", 2, 3)', "bcd"],
    ['LPAD("Name", 10, "z")', "zzzzzzName"],
    ['RPAD("Name", 5, "z")', "Namez"],
    ['LPAD("abcd", 3)', "abc"],
    ['REVERSE("abc")', "cba"],
    ['SUBSTITUTE("a-b-c", "-", "")', "abc"],
    ['TRIM("  a ")', "a"],
    ['UPPER("a") & LOWER("B")', "Ab"],
    ['VALUE("12.50")', "12.5"],
    ['ISNUMBER("12a")', "false"],
    ['REGEX("999-99-9999", "[0-9]{3}-[0-9]{2}-[0-9]{4}")', "true"],
    ['REGEX("x999-99-9999", "[0-9]{3}-[0-9]{2}-[0-9]{4}")', "false"],
    ['CASESAFEID("00300000003T2PG")', "00300000003T2PGAA0"],
    ['HYPERLINK("/x", "name")', '<a href="/x" target="_blank">name</a>'],
    ["TEXT(0.5) & TEXT(DATE(2026, 1, 2))", "0.52026-01-02"],
    ['IF(1 = 1 && NOT(2 < 1) || FALSE, "yes", "no")', "yes"],
    ["-3 + 2 * 4", "5"],
    ["/* a comment */ 1", "1"],
    ['"say \\"hi\\""', 'say "hi"'],
    ["DATE(2026, 1, 31) + 1.9", "2026-02-01"],
    ["TODAY()", "2026-02-01"],
    ["NOW()", "2026-01-31T23:30:00.000Z"],
  ];
  for (const [formula, result] of EXAMPLES) {
    test(`${formula} is ${result}`, () => expect(shown(formula)).toBe(result));
  }

  test("percent fields are fractions, times are counted in milliseconds", () => {
    expect(shown("Rate", { Rate: ApexDecimal.parse("12.5") })).toBe("0.125");
    expect(shown("HOUR(Clock + 3600000)", { Clock: ApexTime.of(1, 0, 0, 0) })).toBe("2");
    expect(shown("At - 0.5", { At: new ApexDatetime(Date.UTC(2026, 0, 1, 12)) })).toBe(
      "2026-01-01T00:00:00.000Z",
    );
  });

  test("the distance of two places is in kilometres or miles", () => {
    const formula = 'DISTANCE(GEOLOCATION(37.775, -122.418), GEOLOCATION(40.712, -74.006), "km")';
    expect(Number(shown(`ROUND(${formula}, 0)`))).toBeGreaterThan(4100);
    expect(Number(shown(`ROUND(${formula}, 0)`))).toBeLessThan(4160);
  });
});

describe("what has no answer", () => {
  for (const formula of [
    "1 / 0",
    "Amount / 0",
    "MOD(1, 0)",
    'VALUE("abc")',
    'VALUE("1e999999999")',
    'DATEVALUE("31.12.2026")',
    "DATE(2026, 2, 30)",
    "SQRT(-1)",
    "LN(0)",
    "10 ^ 400",
  ]) {
    test(`${formula} is empty, not an exception`, () => expect(value(formula)).toBeNull());
  }

  test("is caught by IFERROR, and not reached where IF does not choose it", () => {
    expect(shown("IFERROR(1 / 0, 7)")).toBe("7");
    expect(shown("IF(TRUE, 1, 1 / 0)")).toBe("1");
  });

  test("ends soon, however large the numbers are", () => {
    expect(shown("ROUND(1.5, 999999999)")).toBe("1.5");
    expect(shown("LEN(LPAD('a', 999999999))")).toBe("3900");
    expect(shown("ROUND(1.5, -999999999)")).toBe("0");
  });
});

describe("the compiler", () => {
  const REFUSED: readonly (readonly [formula: string, message: string])[] = [
    ["NOT(Name)", "Incorrect parameter type for function 'NOT()'. Expected Boolean, received Text"],
    [
      "LEN(Amount)",
      "Incorrect parameter type for function 'LEN()'. Expected Text, received Number",
    ],
    ["Name * 2", "Incorrect parameter type for operator '*'. Expected Number, received Text"],
    ["Amount & Name", "Incorrect parameter type for operator '&'. Expected Text, received Number"],
    ["Amount = Name", "Incorrect parameter type for operator '='. Expected Number, received Text"],
    [
      "Done && Amount",
      "Incorrect parameter type for operator '&&'. Expected Boolean, received Number",
    ],
    ["LEFT(Name)", "Incorrect number of parameters for function 'LEFT()'. Expected 2, received 1"],
    ["PI(1)", "Incorrect number of parameters for function 'PI()'. Expected 0, received 1"],
    ["NOPE(1)", "Unknown function NOPE. Check spelling."],
    ["Nope + 1", "Field Nope does not exist. Check spelling."],
    ["IF(TRUE, 1, 2", "Syntax error.  Missing ')'"],
    ["1 + 2)", "Syntax error. Extra ')'"],
    ["1 +", "Syntax error.  Found 'end of formula'"],
    ["1 # 2", "Syntax error.  Found '#'"],
  ];
  for (const [formula, message] of REFUSED) {
    test(`refuses ${formula}`, () => expect(refusal(formula)).toBe(message));
  }

  test("knows the kind of a result", () => {
    expect(
      [
        "Amount + 1",
        "Start - End",
        "Start + 1",
        'IF(Done, NULL, "a")',
        "CASE(Stage, 'A', 1, 2)",
      ].map(refusal),
    ).toEqual(["number", "number", "date", "text", "number"]);
  });
});
