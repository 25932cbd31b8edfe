/** Our parser against Salesforce's own: what each accepts, and what it makes of it. */
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { CACHE_FOLDER } from "../cache-folder.ts";
import type { CompilationUnit } from "./ast.ts";
import { keptReadings } from "./fixture/kept-readings.ts";
import { outlineOf } from "./fixture/outline.ts";
import { parserMachine } from "./fixture/parser-machine.ts";
import {
  answerOfProgram,
  readAsSalesforce,
  salesforceParser,
} from "./fixture/salesforce-parser.ts";
import { SMALL_BLOCKS, SMALL_CLASSES, SMALL_TRIGGERS } from "./fixture/small-constructs.ts";
import { parseAnonymous, parseClass, type Parsed, parseTrigger } from "./parse.ts";

type Parse = (file: string, text: string) => Parsed<CompilationUnit>;

const FORCE_APP = path.resolve(import.meta.dirname, "../../../../force-app");
const files = globSync("**/*.{cls,trigger}", { cwd: FORCE_APP }).sort();

const program = salesforceParser();
const machine = program === null ? null : parserMachine(answerOfProgram(program));
const theirReading =
  program === null || machine === null
    ? null
    : keptReadings(
        path.join(CACHE_FOLDER, "salesforce-parser"),
        [program, ...["salesforce-parser.ts", "parser-machine.ts", "outline.ts"].map(ofFixture)],
        (source, isAnonymous) => readAsSalesforce(machine.answer, source, isAnonymous),
      );

function ofFixture(name: string): string {
  return path.join(import.meta.dirname, "fixture", name);
}

afterAll(() => machine?.stop());

describe("Salesforce's parser and ours", () => {
  test("meet", ({ skip }) => {
    skip(
      program === null,
      `prettier-plugin-apex brings no native parser for ${process.platform}-${process.arch}`,
    );
    expect(files).not.toEqual([]);
  });

  describe.runIf(program !== null)("agree", () => {
    test.concurrent.each(files)("on %s", async (file) => {
      const parse = file.endsWith(".trigger") ? parseTrigger : parseClass;
      const text = readFileSync(path.join(FORCE_APP, file), "utf8");

      expect(await compared(parse, text)).toMatchObject({ isAccepted: true });
    });

    test.concurrent.each(SMALL_CLASSES)("on the class %j", async (text) => {
      await compared(parseClass, text);
    });

    test.concurrent.each(SMALL_TRIGGERS)("on the trigger %j", async (text) => {
      await compared(parseTrigger, text);
    });

    test.concurrent.each(SMALL_BLOCKS)("on the block %j", async (text) => {
      await compared(parseAnonymous, text, true);
    });
  });

  async function compared(
    parse: Parse,
    text: string,
    isAnonymous = false,
  ): Promise<{ readonly isAccepted: boolean }> {
    if (theirReading === null) throw new Error("There is no parser to compare with.");
    const theirs = await theirReading(text, isAnonymous);
    const ours = parse("Test.cls", text);

    expect(ours.diagnostics.length === 0, "whether ours accepts it").toBe(theirs.isAccepted);
    if (theirs.isAccepted && ours.unit !== null) {
      expect(outlineOf(ours.unit)).toEqual(theirs.outline);
    }
    return { isAccepted: theirs.isAccepted };
  }
});
