import { writeFileSync } from "node:fs";
import path from "node:path";
import type { Worker } from "node:worker_threads";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { sfdxProject, writeProject } from "../schema/fixture/project.ts";
import { keptThreads, type EngineThreads } from "./engine-threads.ts";
import { OrgRefused, startLocalOrg } from "./local-org.ts";
import { CLIENT, serveProject } from "./testing/served-project.ts";

const kept = keptThreads();
const taken: Worker[] = [];
const threads: EngineThreads = {
  take() {
    const thread = kept.take();
    taken.push(thread);
    return thread;
  },
  giveBack: (thread) => kept.giveBack(thread),
};
const WORD = "classes/Word.cls";
const said = (word: string): string =>
  `public class Word { public static String say() { return '${word}'; } }`;

beforeEach(() => {
  taken.length = 0;
});

afterAll(async () => {
  await taken.at(-1)?.terminate();
});

const project = writeProject(sfdxProject({ [WORD]: said("first") }));
const file = path.join(project.path, "force-app/main/default", WORD);
afterAll(() => project.remove());

/** The names of the accounts there are once an org has made one, named by its project's Apex. */
async function accountsAfterOne(): Promise<readonly string[]> {
  const org = await serveProject({}, { paths: [project.path], threads });
  try {
    const block = encodeURIComponent("insert new Account(Name = Word.say());");
    await org.call(`/tooling/executeAnonymous?anonymousBody=${block}`);
    const found = await org.call("/query?q=SELECT+Name+FROM+Account");
    const { records } = (await found.json()) as { records: readonly { Name: string }[] };
    return records.map(({ Name }) => Name);
  } finally {
    await org.stop();
  }
}

describe("threads that are kept", () => {
  it("open one org after the other, each without the records of the one before", async () => {
    expect(await accountsAfterOne()).toEqual(["first"]);
    expect(await accountsAfterOne()).toEqual(["first"]);

    expect(new Set(taken)).toHaveProperty("size", 1);
  });

  it("compile a project anew when a file of it was touched", async () => {
    await accountsAfterOne();
    writeFileSync(file, said("second"));

    expect(await accountsAfterOne()).toEqual(["second"]);
    expect(new Set(taken)).toHaveProperty("size", 1);
  });

  it("have a thread for each of the orgs that are open at once", async () => {
    const both = await Promise.all([accountsAfterOne(), accountsAfterOne()]);

    expect(both[0]).toEqual(both[1]);
    expect(new Set(taken)).toHaveProperty("size", 2);
    await taken[0]?.terminate();
  });

  it("go on after a project that does not compile", async () => {
    writeFileSync(file, "public class Word { Integer wrong() { return missing; } }");

    await expect(
      startLocalOrg({
        paths: [project.path],
        host: "127.0.0.1",
        port: 0,
        clients: [{ ...CLIENT, user: { alias: "admin", permissionSets: [] } }],
        log: () => undefined,
        threads,
      }),
    ).rejects.toThrow(OrgRefused);

    writeFileSync(file, said("third"));
    expect(await accountsAfterOne()).toEqual(["third"]);
    expect(new Set(taken)).toHaveProperty("size", 1);
  });
});
