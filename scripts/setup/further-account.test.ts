import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parseXml } from "../check-metadata/xml-element.ts";
import { fakeRun, type FakeRun } from "../deploy/testing/fake-run.ts";
import { parseSetupCommand } from "./command.ts";
import { addAccount, FREE_CREDENTIALS } from "./further-account.ts";
import type { StripeAccount } from "./stripe-account.ts";
import { answer, KEY, rows } from "./testing/fake-org.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const SECOND = { id: "acct_2", livemode: false };

interface Row {
  readonly Account_ID__c: string;
  readonly Livemode__c?: boolean;
  readonly Named_Credential__c: string;
  readonly Is_Connected__c?: boolean;
}

/** An org whose own account is acct_1 in test mode, with these records of Stripe_Account__mdt. */
function orgWith(accounts: readonly Row[], own: string | null = "acct_1") {
  const deployed: Record<string, string> = {};
  const commands = fakeRun({
    sf: [
      {
        when: "org list metadata --metadata-type CustomObject",
        stdout: answer([{ fullName: "Stripe_Request__e" }]),
      },
      {
        when: "FROM Stripe_Setting__mdt",
        stdout: rows({ Account_ID__c: own, Livemode__c: false }),
      },
      { when: "FROM Stripe_Account__mdt", stdout: rows(...accounts.map((row) => ({ ...row }))) },
      { when: "--method GET", stdout: "{}" },
      { when: "--method POST", stdout: "{}" },
      {
        when: "project deploy start",
        seen: ({ cwd }) => {
          const folder = path.join(cwd ?? "", "force-app/main/default/customMetadata");
          for (const file of readdirSync(folder))
            deployed[file] = readFileSync(path.join(folder, file), "utf8");
        },
      },
    ],
  });
  return { commands, deployed };
}

async function add(
  { run }: FakeRun,
  argv: readonly string[] = [],
  account: StripeAccount | string = SECOND,
): Promise<string> {
  const parsed = parseSetupCommand(["account", "--org", "prod", ...argv], { STRIPE_API_KEY: KEY });
  if (parsed.kind !== "command" || parsed.command.kind !== "account")
    throw new Error(parsed.kind === "refused" ? parsed.message : parsed.kind);
  const lines: string[] = [];
  await addAccount(parsed.command, ROOT, {
    run,
    print: (line) => lines.push(line),
    accountOf: async () => account,
  });
  return lines.join("\n");
}

function valuesIn(xml: string | undefined): Record<string, string> {
  const values: Record<string, string> = {};
  for (const element of parseXml(xml ?? "").children.filter(({ name }) => name === "values")) {
    const textOf = (wanted: string): string =>
      element.children.find(({ name }) => name === wanted)?.text ?? "";
    values[textOf("field")] = textOf("value");
  }
  return values;
}

function credentialOfKey({ calls }: FakeRun): unknown {
  const stored = calls.find(({ args }) => args.includes("POST"));
  return stored === undefined ? null : JSON.parse(stored.input);
}

describe("npm run setup -- account", () => {
  it("stores the key in a credential that stands ready, and names the account", async () => {
    const { commands, deployed } = orgWith([]);

    const text = await add(commands);

    expect(credentialOfKey(commands)).toMatchObject({
      externalCredential: "Stripe_API_2",
      credentials: { ApiKey: { value: KEY, encrypted: true } },
    });
    expect(commands.lines().join("\n")).not.toContain(KEY);
    expect(valuesIn(deployed["Stripe_Account.acct_2_test.md-meta.xml"])).toEqual({
      Account_ID__c: "acct_2",
      Livemode__c: "false",
      Named_Credential__c: "Stripe_API_2",
      Is_Connected__c: "false",
    });
    expect(text).toContain("--import --account acct_2 --mode test");
  });

  it("takes the next credential for another account, and the same one again for the same account", async () => {
    const there = { Account_ID__c: "acct_2", Named_Credential__c: "Stripe_API_2" };
    const another = orgWith([there]);
    const again = orgWith([there]);

    await add(another.commands, [], { id: "acct_1", livemode: true });
    await add(again.commands);

    expect(credentialOfKey(another.commands)).toMatchObject({ externalCredential: "Stripe_API_3" });
    expect(Object.keys(another.deployed)).toEqual(["Stripe_Account.acct_1_live.md-meta.xml"]);
    expect(credentialOfKey(again.commands)).toMatchObject({ externalCredential: "Stripe_API_2" });
  });

  it("reaches a connected account with the key of its platform, and stores none", async () => {
    const { commands, deployed } = orgWith([
      { Account_ID__c: "acct_2", Livemode__c: true, Named_Credential__c: "Stripe_API_2" },
    ]);

    await add(commands, ["--connected", "acct_3"]);
    await add(commands, ["--connected", "acct_4", "--platform", "acct_2", "--mode", "live"]);

    expect(credentialOfKey(commands)).toBeNull();
    expect(valuesIn(deployed["Stripe_Account.acct_3_test.md-meta.xml"])).toMatchObject({
      Named_Credential__c: "Stripe_API",
      Is_Connected__c: "true",
    });
    expect(valuesIn(deployed["Stripe_Account.acct_4_live.md-meta.xml"])).toMatchObject({
      Livemode__c: "true",
      Named_Credential__c: "Stripe_API_2",
    });
  });

  it.each([
    ["the own account", [], { id: "acct_1", livemode: false }, "which is the org's own"],
    ["a key Stripe does not know", [], "Invalid API Key", "does not tell whose the key is"],
    ["a strange platform", ["--connected", "acct_3", "--platform", "acct_9"], SECOND, "no key for"],
    ["itself", ["--connected", "acct_1"], SECOND, "its own platform"],
  ])("refuses %s in one sentence, and changes nothing", async (_what, argv, account, sentence) => {
    const { commands, deployed } = orgWith([]);

    await expect(add(commands, argv, account)).rejects.toThrow(sentence);

    expect(credentialOfKey(commands)).toBeNull();
    expect(deployed).toEqual({});
  });

  it("says what to do when no credential is free, and takes one of the administrator's", async () => {
    const full = FREE_CREDENTIALS.map((name, index) => ({
      Account_ID__c: `acct_${index + 10}`,
      Named_Credential__c: name,
    }));
    const own = orgWith(full);

    await expect(add(orgWith(full).commands)).rejects.toThrow("--credential NAME");
    await add(own.commands, ["--credential", "Our_Stripe"]);

    expect(credentialOfKey(own.commands)).toMatchObject({ externalCredential: "Our_Stripe" });
  });

  it("needs the name of the org's own account first", async () => {
    await expect(add(orgWith([], null).commands)).rejects.toThrow("has no name yet");
  });

  it("has credentials that are in the package, and that the permission sets open", () => {
    const source = path.join(ROOT, "force-app/main/default");
    for (const name of FREE_CREDENTIALS) {
      const named = path.join(source, `namedCredentials/${name}.namedCredential-meta.xml`);
      expect(readFileSync(named, "utf8")).toContain(
        `<externalCredential>${name}</externalCredential>`,
      );
      expect(
        existsSync(path.join(source, `externalCredentials/${name}.externalCredential-meta.xml`)),
      ).toBe(true);
      for (const set of ["Stripe_Integration", "Stripe_Sell", "Stripe_Collect"])
        expect(
          readFileSync(path.join(source, `permissionsets/${set}.permissionset-meta.xml`), "utf8"),
        ).toContain(`${name}-StripePrincipal`);
    }
  });
});

describe("the command line of setup account", () => {
  it.each([
    [["--seed"], "--seed does not belong to account"],
    [["--connected", "second"], "is no Stripe account"],
    [["--platform", "acct_2"], "belong to --connected"],
    [["--connected", "acct_2", "--credential", "Ours"], "credential of its platform"],
    [["--connected", "acct_2", "--mode", "real"], "live or test"],
  ])("refuses %j in one sentence", (argv, sentence) => {
    const parsed = parseSetupCommand(["account", "--org", "prod", ...argv], {
      STRIPE_API_KEY: KEY,
    });

    expect(parsed.kind === "refused" && parsed.message).toContain(sentence);
  });

  it("needs a key, or a connected account", () => {
    expect(parseSetupCommand(["account", "--org", "prod"], {})).toMatchObject({ kind: "refused" });
    expect(
      parseSetupCommand(["account", "--org", "prod", "--connected", "acct_2"], {}),
    ).toMatchObject({ command: { connected: "acct_2", stripeKey: null } });
    expect(
      parseSetupCommand(["sandbox", "--org", "prod", "--connected", "acct_2"], {}),
    ).toMatchObject({ message: "--connected belongs to account." });
  });
});
