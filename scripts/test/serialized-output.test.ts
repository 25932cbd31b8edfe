import { expect, test } from "vitest";
import { SerializedOutput } from "./serialized-output.ts";

function recorded(): {
  readonly output: SerializedOutput;
  readonly lines: (string | Uint8Array)[];
} {
  const lines: (string | Uint8Array)[] = [];
  return { output: new SerializedOutput((text) => lines.push(text)), lines };
}

test("the first is shown as it writes, the second once the first has ended, and then as it writes", () => {
  const { output, lines } = recorded();
  const first = output.begin();
  const second = output.begin();

  second.write("b1");
  first.write("a1");
  expect(lines).toEqual(["a1"]);
  first.end();
  expect(lines).toEqual(["a1", "b1"]);
  second.write("b2");

  expect(lines).toEqual(["a1", "b1", "b2"]);
});

test("what ended before its turn is shown whole when its turn comes", () => {
  const { output, lines } = recorded();
  const [first, second, third] = [output.begin(), output.begin(), output.begin()];

  second.write("b");
  second.end();
  third.write("c1");
  first.write("a");
  expect(lines).toEqual(["a"]);
  first.end();
  third.write("c2");

  expect(lines).toEqual(["a", "b", "c1", "c2"]);
});

test("who begins after all have ended is shown at once", () => {
  const { output, lines } = recorded();
  output.begin().end();

  output.begin().write("later");

  expect(lines).toEqual(["later"]);
});
