import { expect, test } from "vitest";
import { parseLintCommand } from "./command.ts";
import { checks, PART_NAMES } from "./parts.ts";
import { sideBySide } from "../side-by-side.ts";

test("without a name every part is checked", () => {
  expect(parseLintCommand([])).toEqual({ kind: "command", parts: PART_NAMES, isCold: false });
});

test("named parts alone are checked", () => {
  expect(parseLintCommand(["types", "--cold"])).toEqual({
    kind: "command",
    parts: ["types"],
    isCold: true,
  });
});

test("a part there is not is refused by its name, and so is an unknown option", () => {
  expect(parseLintCommand(["typos"])).toEqual({
    kind: "refused",
    message: "There is no part called typos.",
  });
  expect(parseLintCommand(["--warm"]).kind).toBe("refused");
});

test("every part has a check, and every check keeps what it knows below the folder given", () => {
  const all = checks("/caches");

  expect(new Set(all.map(({ part }) => part))).toEqual(new Set(PART_NAMES));
  const files = all.flatMap((check) => check.arguments).filter((text) => text.startsWith("/"));
  expect(files.every((file) => file.startsWith("/caches"))).toBe(true);
  expect(new Set(files).size).toBe(files.length);
});

test("work runs side by side up to the limit, and the results keep its order", async () => {
  let running = 0;
  let most = 0;
  const results = await sideBySide([30, 10, 20, 5], 2, async (milliseconds) => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    running--;
    return milliseconds;
  });

  expect(most).toBe(2);
  expect(results).toEqual([30, 10, 20, 5]);
});

test("what fails in one piece of work is thrown", async () => {
  const failing = sideBySide(["fine", "broken"], 2, async (work) => {
    if (work === "broken") throw new Error("It broke.");
    return work;
  });

  await expect(failing).rejects.toThrow("It broke.");
});
