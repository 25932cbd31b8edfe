import { beforeAll, describe, expect, test } from "vitest";
import { type Alias, SharingOrg } from "./testing/sharing-org.ts";

let org: SharingOrg;
beforeAll(() => {
  org = new SharingOrg({ privateCrm: true });
});

const account = (owner: Alias) => (): string => org.make("Account", owner);

const accountOf = (child: string, childOwner: Alias, owner: Alias) => (): string => {
  const id = account(owner)();
  org.make(child, childOwner, { AccountId: id });
  return id;
};

const childOf =
  (child: string, owner: Alias, childOwner: Alias = "alone") =>
  (): string =>
    org.make(child, childOwner, { AccountId: account(owner)() });

/** Salesforce Help, "Built-in Sharing Behavior". */
const CASES: readonly (readonly [string, Alias, () => string, string])[] = [
  ["a private account of another is hidden", "alone", account("agent"), "none"],
  [
    "who owns an opportunity reads its account",
    "alone",
    accountOf("Opportunity", "alone", "agent"),
    "read",
  ],
  ["who owns a case reads its account", "alone", accountOf("Case", "alone", "agent"), "read"],
  ["who owns a contact reads its account", "alone", accountOf("Contact", "alone", "agent"), "read"],
  [
    "who owns a lead reads no account",
    "alone",
    () => {
      org.make("Lead", "alone");
      return account("agent")();
    },
    "none",
  ],
  [
    "a manager of a child's owner reads the account",
    "vp",
    accountOf("Opportunity", "rep", "alone"),
    "read",
  ],
  [
    "a custom child gives nothing on its parent",
    "alone",
    () => {
      const parent = org.make("Job__c", "rep");
      org.make("Link__c", "alone", { Job__c: parent });
      return parent;
    },
    "none",
  ],
  [
    "an account's owner edits others' opportunities where the role says so",
    "rep",
    childOf("Opportunity", "rep"),
    "edit",
  ],
  [
    "an account's owner edits others' contacts where the role says so",
    "rep",
    childOf("Contact", "rep"),
    "edit",
  ],
  [
    "an account's owner reads others' cases where the role says so",
    "vp",
    childOf("Case", "vp"),
    "read",
  ],
  [
    "an account's owner has nothing where the role says none",
    "agent",
    childOf("Case", "agent"),
    "none",
  ],
  ["managers have what an account's owner has", "ceo", childOf("Case", "vp"), "read"],
  [
    "an account's owner without a role has nothing of others' children",
    "member",
    childOf("Case", "member"),
    "none",
  ],
  [
    "an account shared to read opens no child",
    "alone",
    () => {
      const id = account("agent")();
      org.share(id, "Account", org.user("alone").id, "Read");
      return org.make("Case", "agent", { AccountId: id });
    },
    "none",
  ],
  ["an account's rule opens cases as it says", "member", childOf("Case", "rep"), "read"],
  [
    "an account's rule opens opportunities as it says",
    "member",
    childOf("Opportunity", "rep"),
    "edit",
  ],
  [
    "an account's rule opens no contacts where it says none",
    "member",
    childOf("Contact", "rep"),
    "none",
  ],
];

describe("accounts and what is below them", () => {
  test.each(CASES)("%s", (_rule, asks, record, expected) => {
    expect(org.access(asks, record())).toBe(expected);
  });

  test("an account's share opens its opportunities as it says", () => {
    const id = account("agent")();
    org.fixture.org.keep("AccountShare", null, {
      AccountId: id,
      UserOrGroupId: org.user("alone").id,
      AccountAccessLevel: "Read",
      OpportunityAccessLevel: "Edit",
      RowCause: "Manual",
    });

    expect(org.access("alone", org.make("Opportunity", "agent", { AccountId: id }))).toBe("edit");
  });
});
