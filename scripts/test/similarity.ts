import { readFile } from "node:fs/promises";
import path from "node:path";
import type { ImportGraph } from "./import-graph.ts";

/**
 * How much tests speak of the same as what changed: of those that run the whole of what is deployed none imports it, and each is about a part.
 * What few of them speak of counts most, as in a search for texts (tf-idf). Source: Peng, Shi and Zhang, "Empirically Revisiting and Enhancing
 * IR-Based Test-Case Prioritization", ISSTA 2020.
 * @returns by test; 0 where nothing that changed can be read
 */
export async function similarity(
  root: string,
  graph: ImportGraph,
  tests: readonly string[],
  changed: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const said = new Map<string, ReadonlyMap<string, number>>();
  for (const test of tests) said.set(test, await wordsOf(root, ownModules(graph, test)));
  const wanted = await wordsOf(root, changed);
  const weightOf = weights([...said.values()]);
  return new Map([...said].map(([test, words]) => [test, cosine(wanted, words, weightOf)]));
}

/** The test and what it imports from the folder it is in, as `test/` of stories that several tests tell. */
function ownModules(graph: ImportGraph, test: string): readonly string[] {
  const folder = `${test.split("/")[0]}/`;
  const found = new Set([test]);
  for (const file of found)
    for (const imported of graph.get(file) ?? [])
      if (imported.startsWith(folder)) found.add(imported);
  return [...found];
}

type Words = ReadonlyMap<string, number>;

/** @returns what a word counts: nothing where all speak of it */
function weights(texts: readonly Words[]): (word: string) => number {
  const speaking = new Map<string, number>();
  for (const words of texts)
    for (const word of words.keys()) speaking.set(word, (speaking.get(word) ?? 0) + 1);
  return (word) => Math.log(texts.length / (speaking.get(word) ?? texts.length));
}

/** 0 to 1, whatever the lengths. */
function cosine(a: Words, b: Words, weightOf: (word: string) => number): number {
  const value = (words: Words, word: string): number =>
    Math.log1p(words.get(word) ?? 0) * weightOf(word);
  const product = (one: Words, other: Words): number =>
    [...one.keys()].reduce((sum, word) => sum + value(one, word) * value(other, word), 0);
  return product(a, b) / (Math.sqrt(product(a, a) * product(b, b)) || 1);
}

/** How often each word stands in files, those that are gone left out; a name such as `Due_Date__c` or `finalRecords` is several words. */
async function wordsOf(
  root: string,
  files: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const file of files) {
    const text = await readFile(path.join(root, file), "utf8").catch(() => "");
    for (const [word] of `${file} ${text}`.matchAll(/[A-Z]?[a-z]{2,}/g)) {
      const known = word.toLowerCase().replace(/s$/, "");
      counts.set(known, (counts.get(known) ?? 0) + 1);
    }
  }
  return counts;
}
