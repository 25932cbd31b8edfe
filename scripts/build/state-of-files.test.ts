import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { stateOfFiles } from "./state-of-files.ts";

let root: string;

const write = async (file: string, text: string): Promise<void> => {
  await mkdir(path.dirname(path.join(root, file)), { recursive: true });
  await writeFile(path.join(root, file), text);
};
const state = (): Promise<string> =>
  stateOfFiles(root, ["lwc/**", "one.json"], (file) => file.includes("__tests__"));

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "state-"));
  await write("lwc/card/card.ts", "card");
  await write("lwc/card/card.html", "<p></p>");
  await write("one.json", "{}");
});

afterEach(() => rm(root, { recursive: true, force: true }));

test("stays while nothing of it changes, whatever else does", async () => {
  const before = await state();

  await write("lwc/card/__tests__/card.test.ts", "test");
  await write("other.json", "{}");
  await write("lwc/card/card.ts", "card");

  expect(await state()).toBe(before);
});

test.each<[string, () => Promise<unknown>]>([
  ["a file says something else", () => write("lwc/card/card.ts", "cards")],
  ["a file is new", () => write("lwc/card/card.css", "")],
  ["a file is gone", () => rm(path.join(root, "lwc/card/card.html"))],
  ["a file has another name", () => rename(path.join(root, "one.json"), path.join(root, "lwc/b"))],
  ["a folder is gone", () => rm(path.join(root, "lwc"), { recursive: true })],
  [
    "a part of one file stands in the next",
    async () => {
      await write("lwc/card/card.html", "<p></p>car");
      await write("lwc/card/card.ts", "d");
    },
  ],
])("is another when %s", async (_what, change) => {
  const before = await state();

  await change();

  expect(await state()).not.toBe(before);
});
