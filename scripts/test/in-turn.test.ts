import { expect, test } from "vitest";
import { InTurn } from "./in-turn.ts";

function heard(): { readonly turns: InTurn; readonly lines: (string | Uint8Array)[] } {
  const lines: (string | Uint8Array)[] = [];
  return { turns: new InTurn((text) => lines.push(text)), lines };
}

test("the first is heard as it speaks, the second once the first has ended, and then as it speaks", () => {
  const { turns, lines } = heard();
  const first = turns.begin();
  const second = turns.begin();

  second.say("b1");
  first.say("a1");
  expect(lines).toEqual(["a1"]);
  first.end();
  expect(lines).toEqual(["a1", "b1"]);
  second.say("b2");

  expect(lines).toEqual(["a1", "b1", "b2"]);
});

test("what ended before its turn is heard whole when its turn comes", () => {
  const { turns, lines } = heard();
  const [first, second, third] = [turns.begin(), turns.begin(), turns.begin()];

  second.say("b");
  second.end();
  third.say("c1");
  first.say("a");
  expect(lines).toEqual(["a"]);
  first.end();
  third.say("c2");

  expect(lines).toEqual(["a", "b", "c1", "c2"]);
});

test("who begins after all have ended is heard at once", () => {
  const { turns, lines } = heard();
  turns.begin().end();

  turns.begin().say("later");

  expect(lines).toEqual(["later"]);
});
