import { expect, test } from "vitest";
import { mutationsOf } from "./mutations.ts";

/** The mistakes in the body of a method. */
function mistakesIn(body: string, header = "Boolean isMore(Note other)"): readonly string[] {
  const source = `public class Note { public ${header} { ${body} } }`;
  return mutationsOf(source)
    .filter(({ kind }) => kind === "operator" || kind === "constant")
    .map(({ from, to }) => `${from} → ${to}`);
}

test.each([
  ["after the other branch took what is equal", "return a.sum == 0 ? b : a.sum > 0;"],
  ["in a row of such questions", "return c ? d : a.sum == 0 ? b : a.sum > 0;"],
  ["after an if that lets only unequals through", "if (a.sum != 0) { return a.sum > 0; }"],
  ["after an if that returned for equals", "if (a.sum == b) { return c(d); } return a.sum > b;"],
  ["where it takes the greater", "Integer most = a.sum > b ? a.sum : b;"],
  ["where it takes the lesser unless there is none", "return b == null || a.sum > b ? b : a.sum;"],
])("whether a comparison counts equality is no mistake %s", (_name, body) => {
  expect(mistakesIn(body)).not.toContain("> → >=");
});

test.each([
  ["the question was another", "return a.sum == 1 ? b : a.sum > 0;"],
  ["the question was of another", "return b.sum == 0 ? b : a.sum > 0;"],
  ["the question was of more", "return a.sum - b.sum == 0 ? b : a.sum > 0;"],
  ["the question had a second part", "return a.sum == 0 && c ? b : a.sum > 0;"],
  ["it is the branch of what is equal", "return a.sum == 0 ? a.sum > 0 : b;"],
  ["one of the sides is asked for, which may change", "return sum() == 0 ? b : sum() > 0;"],
  ["the if lets equals through", "if (a.sum == 0) { return a.sum > 0; }"],
  ["the if has a second part", "if (a.sum != 0 || c) { return a.sum > 0; }"],
  ["the if before does more", "if (a.sum == b) { c(); return d; } return a.sum > b;"],
  ["the if before does not return", "if (a.sum == b) { c(); } return a.sum > b;"],
  ["the if before asked of another", "if (a.sum == c) { return d; } return a.sum > b;"],
  ["it takes another than its sides", "return a.sum > b ? a.sum : c;"],
  ["it takes one of its sides and more", "return a.sum > b ? a.sum : b + 1;"],
  ["it takes a part of a side", "return d + a.sum > b ? a.sum : b;"],
  ["it takes the same either way", "return a.sum > b ? b : b;"],
  ["it comes after the if", "if (a.sum != 0) { return true; } return a.sum > 0;"],
])("it is one where %s", (_name, body) => {
  expect(mistakesIn(body)).toContain("> → >=");
});

test("of what a comparison for a sort gives back, only zero can be mistaken", () => {
  const body = "Integer a = 2; return b ? 0 : c == 3 ? -1 : 1;";
  const numbers = (header: string): readonly string[] =>
    mistakesIn(body, header).filter((mistake) => /^\d/.test(mistake));

  expect(numbers("Integer compareTo(Object other)")).toEqual(["2 → 3", "0 → 1", "3 → 4"]);
  expect(numbers("Integer rankOf(Object other)")).toEqual([
    "2 → 3",
    "0 → 1",
    "3 → 4",
    "1 → 2",
    "1 → 2",
  ]);
});
