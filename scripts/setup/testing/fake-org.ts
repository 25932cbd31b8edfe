/** An org behind a pretended sf, for tests of setup. */
import { readFileSync } from "node:fs";
import { type FakeRun, type Rule } from "../../deploy/testing/fake-run.ts";
import { parseSetupCommand } from "../command.ts";
import { setUp, type Outside } from "../setup.ts";

export const KEY = "rk_test_shown_to_nobody";
export const YOU = {
  id: "005000000000001AAA",
  username: "you@example.com",
  orgId: "00D000000000001EAA",
};
export const RELAY_USER = "stripe.relay@00d000000000001eaa.invalid";

export function answer(result: unknown): string {
  return JSON.stringify({ status: 0, result });
}

export function rows(...records: Record<string, unknown>[]): string {
  return answer({ records, totalSize: records.length, done: true });
}

/** An org nobody has set up yet. */
export function freshOrg(first: readonly Rule[] = []): Record<string, Rule[]> {
  return {
    sf: [
      ...first,
      {
        when: "org display user",
        stdout: answer({ ...YOU, accessToken: "token_shown_to_nobody" }),
      },
      { when: "org display --target-org", stdout: answer({}) },
      { when: "project deploy start" },
      {
        when: "FROM Stripe_Setting__mdt",
        stdout: rows({ Account_ID__c: null, Livemode__c: false }),
      },
      { when: "FROM StaticResource", stdout: rows() },
      {
        when: "IsPersonAccount",
        exitCode: 1,
        stdout: JSON.stringify({ status: 1, message: "No such column 'IsPersonAccount'" }),
      },
      { when: "FROM User WHERE Username", stdout: rows() },
      { when: "FROM Profile", stdout: rows({ Id: "00e000000000001AAA" }) },
      { when: "--sobject User", stdout: answer({ id: "005000000000002AAA", success: true }) },
      { when: "FROM PermissionSetAssignment", stdout: rows() },
      { when: "FROM PermissionSetGroup", stdout: rows({ Id: "0PG000000000001AAA" }) },
      {
        when: "--sobject PermissionSetAssignment",
        stdout: answer({ id: "0Pa000000000002AAA", success: true }),
      },
      { when: "FROM PermissionSetLicenseAssign", stdout: rows() },
      { when: "FROM GroupMember", stdout: rows() },
      { when: "FROM Group ", stdout: rows({ Id: "00G000000000001AAA" }) },
      { when: "--sobject GroupMember", stdout: answer({ id: "011000000000002AAA" }) },
      { when: "org assign permset" },
      { when: "org list metadata", stdout: answer([]) },
      { when: "--method GET", stdout: "{}" },
      { when: "--method POST", stdout: "{}" },
      { when: "--method PUT", stdout: "{}" },
      { when: "apex run" },
    ],
  };
}

interface Run {
  readonly text: string;
}

export async function setup(
  { run }: FakeRun,
  argv: readonly string[] = ["sandbox", "--org", "dev"],
  accountOf: Outside["accountOf"] = async () => ({ id: "acct_1Own", livemode: false }),
): Promise<Run> {
  const parsed = parseSetupCommand(argv, { STRIPE_API_KEY: KEY });
  if (
    parsed.kind !== "command" ||
    parsed.command.kind === "remove" ||
    parsed.command.kind === "account"
  )
    throw new Error(parsed.kind);
  const lines: string[] = [];
  await setUp(parsed.command, { run, print: (line) => lines.push(line), accountOf });
  return { text: lines.join("\n") };
}

/** An org that has the project, whose Apex is kept as it runs. */
export function liveInstallation(apex: string[] = []): Rule[] {
  return [
    {
      when: "FROM Stripe_Setting__mdt",
      stdout: rows({ Account_ID__c: null, Livemode__c: false, Create_Customers__c: false }),
    },
    { when: "FROM PlatformEventSubscriberConfig", stdout: rows() },
    {
      when: "org list metadata --metadata-type CustomObject",
      stdout: answer([{ fullName: "Stripe_Request__e" }]),
    },
    {
      when: "apex run",
      seen: ({ args }) => apex.push(readFileSync(args[args.indexOf("--file") + 1] ?? "", "utf8")),
    },
  ];
}

export function orderOf(commands: FakeRun): string[] {
  return commands.lines().flatMap((line) => /^sf (apex run|project deploy)/.exec(line)?.[1] ?? []);
}
