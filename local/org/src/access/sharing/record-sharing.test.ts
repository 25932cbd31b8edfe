import { beforeAll, describe, expect, test } from "vitest";
import { type Alias, SharingOrg } from "./testing/sharing-org.ts";

let org: SharingOrg;
beforeAll(() => {
  org = new SharingOrg();
});

/** Rule, who asks, the record, what they may do. */
type Case = readonly [rule: string, asks: Alias, record: () => string, expected: string];

function table(title: string, cases: readonly Case[]): void {
  describe(title, () => {
    test.each(cases)("%s", (_rule, asks, record, expected) => {
      expect(org.access(asks, record())).toBe(expected);
    });
  });
}

const job =
  (owner: Alias, values = {}) =>
  (): string =>
    org.make("Job__c", owner, values);

// Salesforce Help, "Organization-Wide Default Access Settings", "Default Organization-Wide Access Levels".
table("organization-wide defaults", [
  ["private: another's record is not there", "alone", job("rep"), "none"],
  ["private: one's own is all one's own", "rep", job("rep"), "all"],
  ["public read only: another's can be read", "alone", () => org.make("Shown__c", "rep"), "read"],
  ["public read only: one's own can be deleted", "rep", () => org.make("Shown__c", "rep"), "all"],
  [
    "public read/write: another's can be changed, not deleted",
    "alone",
    () => org.make("Open__c", "rep"),
    "edit",
  ],
  ["public read/write: one's own can be deleted", "rep", () => org.make("Open__c", "rep"), "all"],
  [
    "accounts are public read/write in a new org",
    "alone",
    () => org.make("Account", "rep"),
    "edit",
  ],
  [
    "opportunities are public read only in a new org",
    "alone",
    () => org.make("Opportunity", "rep"),
    "read",
  ],
  [
    "cases are public read/write/transfer in a new org",
    "alone",
    () => org.make("Case", "rep"),
    "edit",
  ],
  [
    "leads are public read/write/transfer in a new org",
    "alone",
    () => org.make("Lead", "rep"),
    "edit",
  ],
  [
    "campaigns have public full access in a new org",
    "alone",
    () => org.make("Campaign", "rep"),
    "all",
  ],
  [
    "a contact follows its account in a new org",
    "alone",
    () => org.make("Contact", "rep", { AccountId: org.make("Account", "rep") }),
    "edit",
  ],
  [
    "a contact of one's own account can be deleted",
    "rep",
    () => org.make("Contact", "alone", { AccountId: org.make("Account", "rep") }),
    "all",
  ],
  ["a contact without an account is its owner's", "rep", () => org.make("Contact", "rep"), "all"],
  [
    "a contact without an account is nobody else's",
    "alone",
    () => org.make("Contact", "rep"),
    "none",
  ],
  [
    "a contact without an account is not the manager's either",
    "vp",
    () => org.make("Contact", "rep"),
    "none",
  ],
  [
    "an asset follows its account in a new org",
    "alone",
    () => org.make("Asset", "rep", { AccountId: org.make("Account", "rep") }),
    "edit",
  ],
  ["a task is private in a new org", "alone", () => org.make("Task", "rep"), "none"],
  [
    "a task on a record that can be read can be read",
    "alone",
    () => org.make("Task", "rep", { WhatId: org.make("Account", "rep") }),
    "read",
  ],
  [
    "a task on a record that is hidden is hidden",
    "alone",
    () => org.make("Task", "rep", { WhatId: org.make("Job__c", "rep") }),
    "none",
  ],
  ["a task of somebody below is the manager's", "vp", () => org.make("Task", "rep"), "all"],
  [
    "an event on a readable contact can be read",
    "alone",
    () =>
      org.make("Event", "rep", {
        WhoId: org.make("Contact", "rep", { AccountId: org.make("Account", "rep") }),
      }),
    "read",
  ],
]);

// Salesforce Help, "Control Access Using Hierarchies".
table("the role hierarchy", [
  ["gives a manager what users below own", "vp", job("rep"), "all"],
  ["reaches over several levels", "ceo", job("rep"), "all"],
  ["gives nothing to peers of one role", "peer", job("rep"), "none"],
  ["gives nothing upwards", "rep", job("vp"), "none"],
  ["gives nothing to other branches", "agent", job("vp"), "none"],
  ["gives nothing to users without a role", "alone", job("vp"), "none"],
  ["does not reach records of owners without a role", "ceo", job("alone"), "none"],
  [
    "lets a manager delete what is public read only",
    "vp",
    () => org.make("Shown__c", "rep"),
    "all",
  ],
  [
    "lets a manager delete what is public read/write",
    "vp",
    () => org.make("Open__c", "rep"),
    "all",
  ],
]);

const shared = (owner: Alias, to: () => string, level: string, cause?: string) => (): string => {
  const id = org.make("Job__c", owner);
  org.share(id, "Job__c", to(), level, cause);
  return id;
};
const group = (name: string, type?: string) => (): string => org.row("Group", name, type);

// Apex Developer Guide, "Understanding Sharing", "Sharing a Record Using Apex"; Object Reference, "Group".
table("shares", [
  ["with a user to read", "alone", shared("agent", () => org.user("alone").id, "Read"), "read"],
  [
    "with a user to edit, which is not to delete",
    "alone",
    shared("agent", () => org.user("alone").id, "Edit"),
    "edit",
  ],
  [
    "with another user give nothing",
    "member",
    shared("agent", () => org.user("alone").id, "Edit"),
    "none",
  ],
  [
    "with an Apex sharing reason count alike",
    "alone",
    shared("agent", () => org.user("alone").id, "Edit", "Recruiter__c"),
    "edit",
  ],
  [
    "with a user reach the manager",
    "vp",
    shared("alone", () => org.user("rep").id, "Edit"),
    "edit",
  ],
  [
    "with a user do not reach users below",
    "rep",
    shared("alone", () => org.user("vp").id, "Edit"),
    "none",
  ],
  ["with a public group reach its members", "member", shared("rep", group("Crew"), "Edit"), "edit"],
  [
    "with a public group reach members of groups in it",
    "nested",
    shared("rep", group("Crew"), "Read"),
    "read",
  ],
  [
    "with a group inside another do not reach the outer one's members",
    "member",
    shared("agent", group("Outer"), "Read"),
    "none",
  ],
  ["with a group reach nobody else", "alone", shared("agent", group("Crew"), "Edit"), "none"],
  [
    "with a group that leaves out bosses do not reach them",
    "vp",
    shared("alone", group("Team"), "Edit"),
    "none",
  ],
  [
    "with a group that leaves out bosses reach its members",
    "mate",
    shared("alone", group("Team"), "Edit"),
    "edit",
  ],
  ["with a role reach its users", "peer", shared("alone", group("Rep", "Role"), "Read"), "read"],
  [
    "with a role reach the roles above",
    "ceo",
    shared("alone", group("Rep", "Role"), "Edit"),
    "edit",
  ],
  [
    "with a role do not reach the roles below",
    "rep",
    shared("alone", group("Vp", "Role"), "Edit"),
    "none",
  ],
  [
    "with a role and those below reach both",
    "rep",
    shared("alone", group("Vp", "RoleAndSubordinates"), "Read"),
    "read",
  ],
  [
    "with a role and those below reach no other branch",
    "agent",
    shared("alone", group("Vp", "RoleAndSubordinates"), "Read"),
    "none",
  ],
  [
    "with all internal users reach everybody",
    "alone",
    shared("rep", group("AllInternalUsers", "Organization"), "Read"),
    "read",
  ],
  [
    "of a readable record may add the right to edit",
    "alone",
    () => {
      const id = org.make("Shown__c", "rep");
      org.share(id, "Shown__c", org.user("alone").id, "Edit");
      return id;
    },
    "edit",
  ],
  [
    "the highest of several counts",
    "alone",
    () => {
      const id = shared("rep", () => org.user("alone").id, "Read")();
      org.share(id, "Job__c", org.user("alone").id, "Edit", "Recruiter__c");
      return id;
    },
    "edit",
  ],
]);

const queued = (): string => org.make("Job__c", null, { OwnerId: org.row("Group", "Jobs") });

// Salesforce Help, "Create Queues"; Metadata API Developer Guide, "Queue".
table("queues", [
  ["members may do all with what a queue owns", "agent", queued, "all"],
  ["those above members too", "ceo", queued, "all"],
  ["others nothing", "rep", queued, "none"],
]);

// Salesforce Help, "Sharing Rules"; Metadata API Developer Guide, "SharingRules".
table("sharing rules", [
  ["by criteria share what matches", "agent", job("rep", { Region__c: "North" }), "read"],
  [
    "by criteria with several values share each",
    "agent",
    job("rep", { Region__c: "far north" }),
    "read",
  ],
  [
    "by criteria share nothing that does not match",
    "agent",
    job("rep", { Region__c: "East" }),
    "none",
  ],
  ["by criteria share no blank", "agent", job("rep"), "none"],
  ["by criteria reach the roles above", "ceo", job("alone", { Region__c: "North" }), "read"],
  ["by criteria may share to edit", "member", job("rep", { Region__c: "South" }), "edit"],
  ["by criteria reach groups in a group", "nested", job("alone", { Region__c: "South" }), "edit"],
  ["compare numbers", "mate", job("alone", { Budget__c: 1000 }), "read"],
  ["compare numbers, and refuse", "mate", job("alone", { Budget__c: 999 }), "none"],
  [
    "join criteria by their logic: the first alternative",
    "member",
    job("alone", { Region__c: "Public", Budget__c: 4 }),
    "read",
  ],
  [
    "join criteria by their logic: the second alternative",
    "member",
    job("alone", { Region__c: "Pub open", Budget__c: 9 }),
    "read",
  ],
  [
    "join criteria by their logic: neither",
    "member",
    job("alone", { Region__c: "Public", Budget__c: 9 }),
    "none",
  ],
  ["by owner share records of a role's users", "rep", job("agent"), "read"],
  ["by owner reach the roles above", "vp", job("agent"), "read"],
  ["by owner do not share records of others", "rep", job("alone"), "none"],
  ["by owner share records of roles below, when they say so", "member", job("peer"), "read"],
  ["by owner do not share records of roles above", "member", job("ceo"), "none"],
  ["by owner share what a queue owns", "agent", queued, "all"],
]);

// Salesforce Help, "View All and Modify All Permissions".
table("permissions past sharing", [
  ["View All of an object reads every record", "viewer", job("rep"), "read"],
  ["Modify All of an object does all", "modifier", job("rep"), "all"],
  ["View All is of its object only", "viewer", () => org.make("Contact", "rep"), "none"],
  ["View All Data reads everything", "seesAll", job("rep"), "read"],
  ["Modify All Data does everything", "doesAll", job("rep"), "all"],
  ["an administrator does everything", "admin", job("rep"), "all"],
]);

const detail = (object: string, share?: string) => (): string => {
  const parent = org.make("Job__c", "rep");
  if (share !== undefined) org.share(parent, "Job__c", org.user("alone").id, share);
  return org.make(object, null, { Job__c: parent });
};
const substep = (share?: string) => (): string =>
  org.make("Substep__c", null, { Step__c: detail("Step__c", share)() });

const pair = (share: string | null, shown: Alias) => (): string => {
  const parent = org.make("Job__c", "rep");
  if (share !== null) org.share(parent, "Job__c", org.user("alone").id, share);
  return org.make("Pair__c", null, { Job__c: parent, Shown__c: org.make("Shown__c", shown) });
};

// Salesforce Help, "Relationship Considerations"; Metadata API Developer Guide, "CustomField", writeRequiresMasterRead.
table("details of a master", [
  ["are hidden with their master", "alone", detail("Step__c"), "none"],
  ["can be read with their master", "alone", detail("Step__c", "Read"), "read"],
  [
    "can be changed and deleted by who may edit the master",
    "alone",
    detail("Step__c", "Edit"),
    "all",
  ],
  ["are the master's owner's", "rep", detail("Step__c"), "all"],
  ["are the managers' of the master's owner", "vp", detail("Step__c"), "all"],
  [
    "with writeRequiresMasterRead: read on the master is enough to write",
    "alone",
    detail("Remark__c", "Read"),
    "all",
  ],
  [
    "with writeRequiresMasterRead: hidden with their master all the same",
    "alone",
    detail("Remark__c"),
    "none",
  ],
  ["of details follow the topmost master: hidden", "alone", substep(), "none"],
  ["of details follow the topmost master: read", "alone", substep("Read"), "read"],
  ["of details follow the topmost master: all", "alone", substep("Edit"), "all"],
  ["of two masters need both: one is hidden", "alone", pair(null, "rep"), "none"],
  ["of two masters need both: read on one", "alone", pair("Read", "rep"), "read"],
  ["of two masters need both: enough on each", "alone", pair("Edit", "rep"), "all"],
  ["View All of the master reads its details", "viewer", detail("Step__c"), "read"],
  ["Modify All of the master writes its details", "modifier", detail("Step__c"), "all"],
  ["View All of the detail reads it", "stepper", detail("Step__c"), "read"],
  [
    "a note needs its record to be read",
    "alone",
    () => org.make("Note", "rep", { ParentId: org.make("Job__c", "rep"), Title: "x" }),
    "none",
  ],
]);
