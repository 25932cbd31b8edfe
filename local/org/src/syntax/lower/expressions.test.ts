import { describe, expect, test } from "vitest";
import type { Expression } from "../ast.ts";
import { bare, expressionOf, statementOf } from "../fixture/parsed.ts";

const name = (text: string): unknown => ({ kind: "name", name: text });

/** Full parentheses, to show what binds to what. */
function shape(expression: Expression): string {
  switch (expression.kind) {
    case "binary":
      return `(${shape(expression.left)} ${expression.operator} ${shape(expression.right)})`;
    case "unary":
      return `(${expression.operator}${shape(expression.operand)})`;
    case "increment":
      return expression.isPrefix
        ? `(${expression.operator}${shape(expression.operand)})`
        : `(${shape(expression.operand)}${expression.operator})`;
    case "cast":
      return `(<${expression.type.parts.map((part) => part.name).join(".")}>${shape(expression.value)})`;
    case "conditional":
      return `(${shape(expression.condition)} ? ${shape(expression.then)} : ${shape(expression.otherwise)})`;
    case "instanceOf":
      return `(${shape(expression.value)} is ${expression.type.parts.map((part) => part.name).join(".")})`;
    case "assignment":
      return `(${shape(expression.target)} ${expression.operator ?? ""}= ${shape(expression.value)})`;
    case "index":
      return `${shape(expression.target)}[${shape(expression.index)}]`;
    case "fieldAccess":
      return `${shape(expression.target)}${expression.isSafe ? "?." : "."}${expression.name}`;
    case "methodCall":
      return `${expression.target === null ? "" : `${shape(expression.target)}${expression.isSafe ? "?." : "."}`}${expression.name}(${expression.arguments.map(shape).join(", ")})`;
    case "name":
      return expression.name;
    case "literal":
      return expression.text;
    case "this":
    case "super":
      return expression.kind;
    default:
      return expression.kind;
  }
}

test.each([
  ["a + b * c", "(a + (b * c))"],
  ["a - b - c", "((a - b) - c)"],
  ["(a + b) * c", "((a + b) * c)"],
  ["a << b + c", "(a << (b + c))"],
  ["a >>> 2 >> 1", "((a >>> 2) >> 1)"],
  ["a & b | c ^ d", "((a & b) | (c ^ d))"],
  ["a || b && c", "(a || (b && c))"],
  ["a ?? b ?? c", "((a ?? b) ?? c)"],
  ["a ? b : c ? d : e", "(a ? b : (c ? d : e))"],
  ["a <> b", "(a != b)"],
  ["a !== b", "(a !== b)"],
  ["a === b", "(a === b)"],
  ["a <= b", "(a <= b)"],
  ["a >= b", "(a >= b)"],
  ["!a instanceof B", "((!a) is B)"],
  ["-a++", "(-(a++))"],
  ["--a", "(--a)"],
  ["~a", "(~a)"],
  ["(Integer) a.b + c", "((<Integer>a.b) + c)"],
  ["(a.B) c[0]", "(<a.B>c[0])"],
  // Salesforce's compiler reads a parenthesised name before a sign as a cast.
  ["(a) - b", "(<a>(-b))"],
  ["b = c = d", "(b = (c = d))"],
  ["b >>>= c", "(b >>>= c)"],
  ["a?.b?.c(d)", "a?.b?.c(d)"],
  ["a.b[c].d()", "a.b[c].d()"],
  ["this.a", "this.a"],
  ["super.a()", "super.a()"],
  ["f(g(1), 2)", "f(g(1), 2)"],
])("%s is read as %s", (source, expected) => {
  expect(shape(expressionOf(source))).toBe(expected);
});

test("a dotted name is a chain of field accesses on its first word", () => {
  expect(bare(expressionOf("System.Label.Greeting"))).toEqual({
    kind: "fieldAccess",
    isSafe: false,
    name: "Greeting",
    target: { kind: "fieldAccess", isSafe: false, name: "Label", target: name("System") },
  });
});

test("keywords are names after a dot", () => {
  expect(shape(expressionOf("Trigger.new.get(0).limit"))).toBe("Trigger.new.get(0).limit");
});

test("a class literal keeps its type arguments", () => {
  expect(bare(expressionOf("Map<Id, List<a.B>>.class"))).toEqual({
    kind: "classLiteral",
    type: {
      arrayDepth: 0,
      parts: [
        {
          name: "Map",
          arguments: [
            { arrayDepth: 0, parts: [{ name: "Id", arguments: [] }] },
            {
              arrayDepth: 0,
              parts: [
                {
                  name: "List",
                  arguments: [
                    {
                      arrayDepth: 0,
                      parts: [
                        { name: "a", arguments: [] },
                        { name: "B", arguments: [] },
                      ],
                    },
                  ],
                },
              ],
            },
          ],
        },
      ],
    },
  });
});

test("void has a class literal", () => {
  expect(bare(expressionOf("void.class"))).toMatchObject({
    kind: "classLiteral",
    type: { parts: [{ name: "void" }] },
  });
});

test("this(…) and super(…) are constructor calls", () => {
  expect(bare(statementOf("super(1);"))).toMatchObject({
    expression: { kind: "constructorCall", of: "super", arguments: [{ text: "1" }] },
  });
  expect(bare(statementOf("this();"))).toMatchObject({
    expression: { kind: "constructorCall", of: "this", arguments: [] },
  });
});

test("a thousand additions are one expression", () => {
  const sum = Array.from({ length: 1000 }, (_, index) => `a${String(index)}`).join(" + ");

  expect(shape(expressionOf(sum)).endsWith("+ a999)")).toBe(true);
});

describe("positions are those Salesforce names", () => {
  test.each([
    ["a method call is at the method's name", "a.b.foo(1)", 9],
    ["an unqualified call is at its name", "foo(1)", 5],
    ["a dotted name is at its first word", "a.b.c", 5],
    ["a field of a call's result is at the field's name", "a.b().c", 11],
    ["a safe field is at its name", "a?.b", 8],
    ["a binary operation is at its left side", "a.b + c", 5],
    ["a postfix operation is at its operator", "a++", 6],
    ["a prefix operation is at its operator", "-a", 5],
    ["a cast is at its parenthesis", "(A) b", 5],
    ["a creation is at the word new", "new A()", 5],
    ["a query is at its bracket", "[SELECT Id FROM A]", 5],
  ])("%s", (_, source, column) => {
    expect(expressionOf(source).at).toEqual({ line: 1, column });
  });

  test("lines are counted from one", () => {
    expect(expressionOf("a\n  .b()\n  .c()").at).toEqual({ line: 3, column: 4 });
  });
});
