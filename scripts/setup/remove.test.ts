import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { fakeRun, type FakeRun, type Rule } from "../deploy/testing/fake-run.ts";
import { parseXml } from "../check-metadata/xml-element.ts";
import type { RemoveCommand } from "./command.ts";
import { remove } from "./remove.ts";
import { answer, freshOrg, liveInstallation, RELAY_USER, rows } from "./testing/fake-org.ts";

const root = path.resolve(import.meta.dirname, "../..");
const COMMAND: RemoveCommand = {
  kind: "remove",
  org: "dev",
  withData: false,
  confirmed: true,
  dryRun: false,
};

interface Removal {
  readonly text: string;
  readonly commands: FakeRun;
  /** What was run as anonymous Apex. */
  readonly apex: readonly string[];
  /** Names to be deleted, by type. */
  readonly deleted: Readonly<Record<string, readonly string[]>>;
  /** Files of the deploy before. */
  readonly loosened: readonly string[];
}

async function removed(
  changes: Partial<RemoveCommand> = {},
  { typed = "", first = [] }: { typed?: string; first?: readonly Rule[] } = {},
): Promise<Removal> {
  const apex: string[] = [];
  const loosened: string[] = [];
  const deleted: Record<string, string[]> = {};
  const lines: string[] = [];
  const commands = fakeRun(
    freshOrg([
      ...first,
      {
        when: "FROM Flow WHERE",
        stdout: rows(
          { Definition: { DeveloperName: "Send_Contact_to_Stripe" }, VersionNumber: 1 },
          { Definition: { DeveloperName: "Send_Contact_to_Stripe" }, VersionNumber: 4 },
        ),
      },
      {
        when: "--post-destructive-changes",
        seen: ({ cwd }) => {
          const xml = readFileSync(path.join(cwd ?? "", "destructive.xml"), "utf8");
          for (const types of parseXml(xml).children.filter(({ name }) => name === "types")) {
            const texts = (name: string): string[] =>
              types.children.filter((child) => child.name === name).map(({ text }) => text);
            deleted[texts("name")[0] ?? ""] = texts("members");
          }
        },
      },
      {
        when: "--source-dir force-app --wait 15",
        seen: ({ cwd }) => {
          const file =
            "force-app/main/default/layouts/Stripe_Webhook_Event__c-Stripe Webhook Event Layout.layout-meta.xml";
          const layout = path.join(cwd ?? "", file);
          if (existsSync(layout)) loosened.push(readFileSync(layout, "utf8"));
        },
      },
      ...liveInstallation(apex),
    ]),
  );
  await remove({ ...COMMAND, ...changes }, root, {
    run: commands.run,
    print: (line) => lines.push(line),
    ask: async () => typed,
  });
  return { text: lines.join("\n"), commands, apex, deleted, loosened };
}

describe("npm run setup -- remove", () => {
  it("stops the jobs, takes the rights away, deletes code and metadata, and then the relay's user rests", async () => {
    const { commands, apex, deleted } = await removed();

    expect(
      commands.lines().flatMap((line) => /^sf (apex run|project deploy)/.exec(line)?.[1] ?? []),
    ).toEqual(["apex run", "apex run", "project deploy", "project deploy", "apex run"]);
    expect(apex[0]).toContain("System.abortJob");
    expect(apex[1]).toContain("'Stripe_Sales'");
    expect(apex[1]).toContain("'Stripe_Integration'");
    expect(apex[2]).toContain(RELAY_USER);
    expect(deleted["ApexClass"]).toContain("StripeHome");
    expect(deleted["ApexTrigger"]).toContain("StripeContactTrigger");
    expect(deleted["PermissionSetGroup"]).toContain("Stripe_Sales");
    expect(deleted["NamedCredential"]).toEqual([
      "Stripe_API",
      "Stripe_API_2",
      "Stripe_API_3",
      "Stripe_API_4",
    ]);
  });

  it("keeps records, the objects they are in, the settings, and where people see them", async () => {
    const { deleted, text } = await removed();

    for (const type of ["CustomObject", "CustomField", "CustomMetadata", "Layout"])
      expect(deleted[type]).toBeUndefined();
    // Of tabs only those of pages go, which go themselves.
    expect(deleted["CustomTab"]?.filter((name) => name.endsWith("__c"))).toEqual([]);
    expect(deleted["CustomTab"]).toContain("Stripe_Preferences");
    expect(text).toContain("npm run setup takes them up again");
  });

  it("deletes objects and our fields of other objects when the data is to go, too", async () => {
    const { deleted } = await removed({ withData: true });

    expect(deleted["CustomObject"]).toContain("Payment_Transaction__c");
    expect(deleted["CustomField"]).toContain("Contact.Stripe_Customer_ID__c");
    expect(deleted["CustomField"]).toContain("Account.Stripe_Customer_ID__c");
    const parts = Object.entries(deleted).flatMap(([type, names]) =>
      ["CustomField", "ValidationRule", "ListView", "Layout", "CompactLayout"].includes(type)
        ? names
        : [],
    );
    expect(parts.filter((name) => !/^(Contact|Account)[.-]/.test(name))).toEqual([]);
    expect(deleted["CustomMetadata"]).toBeUndefined();
  });

  it("deletes every version of a flow, and first makes them inactive and unused", async () => {
    const { deleted, loosened } = await removed();

    expect(deleted["Flow"]).toEqual(["Send_Contact_to_Stripe-1", "Send_Contact_to_Stripe-4"]);
    expect(loosened).toHaveLength(1);
    expect(loosened[0]).not.toContain("Stripe_Webhook_Event__c.Replay");
    expect(loosened[0]).toContain("<layoutSections>");
  });

  it("changes nothing until the org's alias is typed", async () => {
    await expect(removed({ confirmed: false }, { typed: "yes" })).rejects.toThrow("Not confirmed");

    const { apex } = await removed({ confirmed: false }, { typed: "dev\n" });
    expect(apex).toHaveLength(3);
  });

  it("says so where there is nothing of ours", async () => {
    const nothing = { when: "org list metadata", stdout: answer([]) };

    await expect(removed({}, { first: [nothing] })).rejects.toThrow("Nothing of this project");
  });

  it("says how to go on when the org refuses, because something of its own refers to ours", async () => {
    const refusal = {
      when: "--post-destructive-changes",
      exitCode: 1,
      stderr: "This component is referenced elsewhere: Contact Page",
    };

    await expect(removed({}, { first: [refusal] })).rejects.toThrow(
      /referenced elsewhere: Contact Page\n.*take it out there, and run this again/,
    );
  });

  it("runs nothing in a dry run and shows every command", async () => {
    const { commands, text } = await removed({ dryRun: true, confirmed: false });

    expect(commands.calls).toEqual([]);
    expect(text).toContain("$ sf project deploy start --manifest package.xml");
  });
});
