import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "..");

/** What is loaded by where it lies: types of the platform by their namespace's folder, modules of Lightning by their name. */
const BY_PLACE = /^local\/org\/src\/platform\/[A-Z]\w*\/|^local\/page\/app\/|^lwc\//;

const texts = new Map(
  execFileSync("git", ["ls-files", "-z", "*.ts", "*.js", "*.cjs"], { cwd: root, encoding: "utf8" })
    .split("\0")
    .filter((file) => file !== "" && !file.endsWith(".d.ts"))
    .map((file) => [file, readFileSync(path.join(root, file), "utf8")]),
);

/** Types stand in the signatures of what is exported, and are left to the compiler. */
function valuesOf(text: string): readonly string[] {
  return [...text.matchAll(/^export (?:async )?(?:function\*?|const|class) (\w+)/gm)].map(
    ([, name = ""]) => name,
  );
}

test("what a module exports another one uses", () => {
  const users = new Map<string, number>();
  for (const text of texts.values())
    for (const name of new Set(text.match(/\w+/g))) users.set(name, (users.get(name) ?? 0) + 1);

  const unused = [...texts]
    .filter(([file]) => !BY_PLACE.test(file) && !/\.test\.ts$/.test(file))
    .flatMap(([file, text]) =>
      valuesOf(text)
        .filter((name) => users.get(name) === 1)
        .map((name) => `${file}: ${name}`),
    );

  expect(unused).toEqual([]);
});
