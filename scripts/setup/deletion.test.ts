import path from "node:path";
import { describe, expect, it } from "vitest";
import { fakeRun } from "../deploy/testing/fake-run.ts";
import { deleteRetired, retiredComponents } from "./deletion.ts";
import { Org } from "./org.ts";
import { ourComponents } from "./our-components.ts";
import { answer } from "./testing/fake-org.ts";

const root = path.resolve(import.meta.dirname, "../..");
const RETIRED = new Map([["ApexClass", ["StripeOldName", "StripeNeverInstalled"]]]);

function orgWith(...classes: string[]): ReturnType<typeof fakeRun> {
  return fakeRun({
    sf: [
      {
        when: "org list metadata --metadata-type ApexClass",
        stdout: answer(classes.map((fullName) => ({ fullName }))),
      },
      { when: "--post-destructive-changes" },
    ],
  });
}

describe("what a release gave up", () => {
  it("is deleted where it still is, and only there", async () => {
    const having = orgWith("StripeOldName", "StripeExtensionOfTheirs");
    const without = orgWith("StripeExtensionOfTheirs");
    const org = ({ run }: ReturnType<typeof fakeRun>): Org =>
      new Org("dev", run, () => undefined, false);

    expect(await deleteRetired(org(having), root, RETIRED)).toEqual(["ApexClass StripeOldName"]);
    expect(await deleteRetired(org(without), root, RETIRED)).toEqual([]);
    expect(without.lines().filter((line) => line.includes("deploy"))).toEqual([]);
  });

  it("is nothing that this release has", async () => {
    const ours = await ourComponents(root);

    for (const [type, names] of await retiredComponents(root))
      for (const name of names) expect(ours.get(type) ?? []).not.toContain(name);
  });
});
