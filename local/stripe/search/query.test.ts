import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { matches, parseSearch } from "./query.ts";

const ada = {
  email: "ada@example.com",
  created: 100,
  active: true,
  metadata: { "key one": 'a "b"' },
  phone: null,
};

describe("a search", () => {
  test.each([
    ['email:"ADA@example.com"', true],
    ["email~'example'", true],
    ['-email:"ada@example.com"', false],
    ['metadata["key one"]:"a \\"b\\""', true],
    ['metadata["other"]:null', true],
    ["phone:null", true],
    ['-email:null AND active:"true"', true],
    ["created>99 created<101", true],
    ["created>=101", false],
    ['email:"x" OR created<=100', true],
    ['email:"x" or phone:"y"', false],
  ])("%s is %s of Ada", (query, expected) => {
    expect(matches(ada, parseSearch(query))).toBe(expected);
  });

  test("finds any metadata by its value, however it is quoted", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (value) => {
        const quoted = value.replaceAll(/[\\"]/g, "\\$&");

        expect(matches({ metadata: { k: value } }, parseSearch(`metadata["k"]:"${quoted}"`))).toBe(
          true,
        );
      }),
    );
  });

  test.each([
    "",
    "email",
    "email:",
    ':"x"',
    'email:"x" AND',
    'email:"x"phone:"y"',
    'email:"unclosed',
  ])("%j is not one", (query) => {
    expect(() => parseSearch(query)).toThrow(/unable to parse/);
  });
});
