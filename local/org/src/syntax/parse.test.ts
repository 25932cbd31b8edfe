import { expect, test } from "vitest";
import { messagesOf } from "./fixture/parsed.ts";
import { parseClass, parseQuery, parseTrigger } from "./parse.ts";

/** The answers of Salesforce's own compiler to the same text. */
test.each([
  ["Integer x = 1 }", "Missing ';' at '}'"],
  ["foo(1));", "Extra ';', at ')'."],
  ["x == ;", "Unexpected token ';'."],
  ["x.y", "Missing ';' at '}'"],
  ["a ? b;", "Expecting ':' but was: ';'"],
  ["System.runAs(v);", "Expecting '{' but was: ';'"],
  ["if x == 1) { }", "Missing '(' at 'x'"],
  ["x = y => z;", "Expecting ';' but was: '=>'"],
  ["Integer class = 1;", "Unexpected token 'class'."],
  ["Integer limit = 1;", "Unexpected token 'limit'."],
  ["return;;", "Extra '}', at ';'."],
  ["a = [SELECT Id, FROM Account];", "Unexpected token 'FROM'."],
  ["a = [SELECT Id FROM];", "Unexpected token ']'."],
  ["x = a % b;", "Found punctuation symbol or operator '%' that isn't valid in Apex."],
  ['String s = "x";', "Unrecognized symbol '\"', which is not a valid Apex identifier."],
  ["String s = 'abc;", "Missing closing quote character ' on string."],
  ["/* abc", "Missing closing mark */ on multi-line comment."],
  [
    "é = 1;",
    "Invalid identifier 'é'. Apex identifiers must start with an ASCII letter (a-z or A-Z) followed by any number of ASCII letters (a-z or A-Z), digits (0 - 9), '_'.",
  ],
])("%s is answered as Salesforce answers it", (statement, message) => {
  const { diagnostics } = parseClass("A.cls", `class A { void f() { ${statement} } }`);

  expect(diagnostics[0]?.message).toBe(message);
});

test.each([
  ["", "1:1 Unexpected token '<EOF>'."],
  ["class A { void f() {", "1:21 Expecting '}' but was: '<EOF>'"],
  ["class A { } class B { }", "1:13 Missing '<EOF>' at 'class'"],
  ["class { }", "1:7 Unexpected token '{'."],
  ["class A extends { }", "1:17 Unexpected token '{'."],
  ["interface A { void f() { } }", "1:24 Expecting ';' but was: '{'"],
])("%s is refused as a file", (text, message) => {
  expect(messagesOf(parseClass("A.cls", text))[0]).toBe(message);
});

test("all syntax errors of a file are told, in the order of the text", () => {
  const text = "class A {\n void f() { x = 1 }\n void g() { y = ; }\n void h() { if (x { } }\n}";

  expect(messagesOf(parseClass("A.cls", text))).toEqual([
    "2:19 Missing ';' at '}'",
    "3:17 Unexpected token ';'.",
    "4:19 Missing ')' at '{'",
  ]);
});

test("a file with a syntax error has no unit, and each diagnostic names the file", () => {
  expect(parseTrigger("T.trigger", "trigger T on")).toMatchObject({
    unit: null,
    diagnostics: [{ file: "T.trigger", kind: "error" }],
  });
});

test("a byte order mark is no part of the text", () => {
  expect(parseClass("A.cls", "\uFEFFclass A { }").unit?.declaration.at).toEqual({
    line: 1,
    column: 7,
  });
});

test("a parsed unit is plain data", () => {
  const { unit } = parseClass(
    "A.cls",
    "class A { Integer a = [SELECT COUNT() FROM B WHERE c IN :d]; }",
  );

  expect(JSON.parse(JSON.stringify(unit))).toEqual(unit);
});

test.each([
  ["SELECT Id, FROM A", "unexpected token: 'FROM'", 12],
  ["SELECT Id FROM", "unexpected token: <EOF>", 15],
  ["SELECT Id FROM A WHERE b = 1 AND c = 2 OR d = 3", "unexpected token: 'OR'", 40],
  ["SELECT Id FROM A WHERE b INCLUDES :c", "expecting a left parentheses, found ':'", 35],
  ["SELECT Id FROM A WHERE b EXCLUDES 'c'", "expecting a left parentheses, found 'c'", 35],
  ["SELECT Id FROM A WHERE b INCLUDES (SELECT c FROM D)", "unexpected token: 'SELECT'", 36],
  ["SELECT Id FROM A WHERE b IN {c}", "unexpected token: '{'", 29],
  ["SELECT Id FROM A WHERE b = 'O'Brien'", "unexpected token: 'Brien'", 31],
  ["SELECT Id FROM A WHERE b = 'abc", "line 1:31 mismatched character '<EOF>' expecting '''", 28],
  ["SELECT Id FROM A ORDER BY", "unexpected token: <EOF>", 26],
  ["SELECT Id FROM A LIMIT 1 WHERE b = 1", "unexpected token: 'WHERE'", 26],
  ["foo", "unexpected token: 'foo'", 1],
])("the dynamic query %s is refused", (text, message, column) => {
  expect(parseQuery(text)).toEqual({ error: { message, at: { line: 1, column } } });
});

test("a query text that comes again is not parsed again, however many others came between but the very many", () => {
  const first = parseQuery("SELECT Id FROM Account WHERE Name = 'kept'");

  for (let index = 0; index < 100; index += 1) parseQuery(`SELECT Id FROM Account LIMIT ${index}`);
  expect(parseQuery("SELECT Id FROM Account WHERE Name = 'kept'")).toBe(first);

  for (let index = 0; index < 500; index += 1) parseQuery(`SELECT Id FROM Contact LIMIT ${index}`);
  const again = parseQuery("SELECT Id FROM Account WHERE Name = 'kept'");
  expect(again).not.toBe(first);
  expect(again).toEqual(first);
});
