/** The table of docs/rights.md, each cell tried over the REST API on records that somebody else owns. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { CACHE_FOLDER } from "../org/src/cache-folder.ts";
import { compileProject } from "../org/src/compile/compile-project.ts";
import { openLocalOrg } from "../org/src/open-local-org.ts";
import type { OrgRuntime } from "../org/src/org/org-runtime.ts";
import type { RestApi } from "../org/src/rest/router.ts";
import { ApexDatetime } from "../org/src/runtime/datetime.ts";
import type { RowValues } from "../org/src/store/row.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");

/** What each role is given. */
const SETS = {
  Sales: ["Stripe_Sales"],
  Service: ["Stripe_Service"],
  Finance: ["Stripe_Finance"],
  Admin: ["Stripe_Admin"],
  Colleague: [],
  Relay: ["Stripe_Relay"],
} as const;
type Role = keyof typeof SETS;
const ROLES = Object.keys(SETS) as Role[];

const RIGHTS = ["read", "create", "edit", "delete"] as const;
type Right = (typeof RIGHTS)[number];

interface Answer {
  readonly status: number;
  readonly body: string;
}

/** What an edit sends: fields that are a person's to decide, or that nobody edits. Others send nothing, which takes the object's right. */
const EDITS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  Account: { Stripe_Billing_Email__c: "billing@acme.example" },
  Contact: { Phone: "+49 30 1" },
  Stripe_Alert__c: { Status__c: "Resolved" },
  Stripe_Subscription__c: { Quantity__c: 3 },
  Stripe_Webhook_Event__c: { Error__c: "none" },
};

let org: OrgRuntime;
let api: RestApi;
const tokens = new Map<Role, string>();
/** Ids of another's records: a fresh one for each attempt. */
let make: (object: string) => string;

beforeAll(() => {
  const project = compileProject({ paths: [ROOT], cacheFolder: CACHE_FOLDER });
  const now = (): number => Date.UTC(2026, 4, 13, 12);
  const opened = openLocalOrg(project, {
    now,
    dailyApiRequests: 100_000,
    clients: (fresh) =>
      ROLES.map((role) => ({
        clientId: role,
        clientSecret: `${role} secret`,
        userId: fresh.ensureUser(
          `${role.toLowerCase()}@rights.example`,
          role.toLowerCase(),
          SETS[role],
          "Minimum Access - Salesforce",
        ).id,
      })),
  });
  ({ org, api } = opened);
  for (const role of ROLES)
    tokens.set(role, opened.parts.sessions.issue(role, `${role} secret`)?.token ?? "");
  make = recordsOfSomebodyElse(org);
  // All of force-app is compiled, on a machine that may be busy.
}, 180_000);

function recordsOfSomebodyElse(of: OrgRuntime): (object: string) => string {
  let count = 0;
  const owner = of.administrator.id;
  const keep = (object: string, values: RowValues = {}): string =>
    of.keep(object, null, { OwnerId: owner, Name: `Row ${count}`, ...values });
  const customerId = (): RowValues => ({ Stripe_Customer_ID__c: `cus_${count}` });
  const customer = (): string => keep("Stripe_Customer__c", customerId());
  const masters: Readonly<Record<string, () => RowValues>> = {
    Contact: () => ({ LastName: "King", AccountId: keep("Account") }),
    Pricing_Tier__c: () => ({ Pricing_Plan__c: keep("Pricing_Plan__c") }),
    Stripe_Alert__c: () => ({ Cause_Key__c: `cause ${count}`, Status__c: "Open" }),
    Stripe_Customer__c: customerId,
    Stripe_Sync_Difference__c: () => ({ Stripe_Sync_Run__c: keep("Stripe_Sync_Run__c") }),
    Stripe_Balance__c: () => ({ Stripe_Customer__c: customer() }),
    Stripe_Subscription__c: () => ({
      Stripe_Customer__c: customer(),
      Sync_Status__c: "Draft",
    }),
    Stripe_Webhook_Event__c: () => ({
      Event_Id__c: `evt_${count}`,
      Created_At__c: new ApexDatetime(Date.UTC(2026, 4, 1)),
    }),
  };
  return (object) => {
    count += 1;
    return keep(object, masters[object]?.() ?? {});
  };
}

function call(role: Role, method: string, target: string, body?: unknown): Answer {
  const url = new URL(`/services/data/v66.0${target}`, "http://127.0.0.1:1");
  const answer = api.handle({
    method,
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: {
      authorization: `Bearer ${tokens.get(role) ?? ""}`,
      "content-type": "application/json",
    },
    body: body === undefined ? "" : JSON.stringify(body),
    origin: url.origin,
  });
  return { status: answer.status, body: answer.body };
}

function attempt(role: Role, object: string, right: Right): Answer {
  switch (right) {
    case "read":
      return read(role, object);
    case "create":
      return create(role, object);
    case "edit":
      return call(role, "PATCH", `/sobjects/${object}/${make(object)}`, editOf(object));
    case "delete":
      return call(role, "DELETE", `/sobjects/${object}/${make(object)}`);
  }
}

/** A run of the same mode that is still going on would be refused, so each is stopped by whoever made it. */
function create(role: Role, object: string): Answer {
  const answer = call(role, "POST", `/sobjects/${object}`, newRecord(object));
  if (object === "Stripe_Sync_Run__c" && answer.status < 300) {
    const { id } = JSON.parse(answer.body) as { id: string };
    call(role, "PATCH", `/sobjects/${object}/${id}`, { Status__c: "Stopped" });
  }
  return answer;
}

/** Found by a query; a record that is not shown is as good as refused. */
function read(role: Role, object: string): Answer {
  if (object.endsWith("__e")) return { status: 400, body: "events are not read" };
  const id = make(object);
  const answer = call(role, "GET", `/query?q=SELECT+Id+FROM+${object}+WHERE+Id='${id}'`);
  return answer.body.includes(id) ? answer : { status: 404, body: answer.body };
}

function editOf(object: string): Readonly<Record<string, unknown>> {
  if (object === "Stripe_Customer__c") return { Contact__c: make("Contact") };
  return EDITS[object] ?? {};
}

function newRecord(object: string): Readonly<Record<string, unknown>> {
  switch (object) {
    case "Account":
      return { Name: "Acme" };
    case "Contact":
      return { LastName: "Byron" };
    case "Stripe_Subscription__c":
      return { Stripe_Customer__c: make("Stripe_Customer__c") };
    case "Stripe_Event__e":
      return {
        Event_Id__c: "evt_rights",
        Type__c: "invoice.upcoming",
        Object_Id__c: "in_1",
        Created_At__c: "2026-05-13T12:00:00Z",
        Received_At__c: "2026-05-13T12:00:00Z",
        Livemode__c: false,
        Lane__c: "standard",
        Correlation_Id__c: "rights",
        Payload__c: "{}",
      };
    default:
      return {};
  }
}

/** object → role → the rights that the table gives. */
function documented(): readonly (readonly [string, Role, ReadonlySet<string>])[] {
  const text = readFileSync(path.join(ROOT, "docs/rights.md"), "utf8");
  const lines = text
    .split("\n")
    .filter((line) => /^\| `\w+__\w`|^\| `(Account|Contact)`/u.test(line));
  return lines
    .map((line) => line.split("|").map((cell) => cell.trim()))
    .filter((cells) => cells.length === ROLES.length + 3)
    .flatMap(([, object = "", ...cells]) =>
      ROLES.map((role, index) => {
        const rights = (cells[index] ?? "").split(", ").filter((right) => right !== "");
        return [object.replaceAll("`", ""), role, new Set(rights)] as const;
      }),
    );
}

/** action → custom permission → the roles that have it. */
function documentedActions(): readonly (readonly [string, string, readonly string[]])[] {
  const text = readFileSync(path.join(ROOT, "docs/rights.md"), "utf8");
  const [, heading = ""] = /^\| Action +\|([^\n]+)/mu.exec(text) ?? [];
  const roles = heading.split("|").map((cell) => cell.trim());
  return [...text.matchAll(/^\| ([\w ,]+?) +\| `(\w+)` +\|([^\n]+)\|$/gmu)]
    .filter(([, , permission]) => org.host.schema.customPermissions.includes(permission ?? ""))
    .map(([, action = "", permission = "", cells = ""]) => {
      const yes = cells.split("|").map((cell) => cell.trim() === "yes");
      return [action, permission, roles.slice(1).filter((_, index) => yes[index])];
    });
}

function permissionsOf(role: Role): readonly string[] {
  const { body } = api.handle({
    method: "GET",
    path: "/_local/lightning/viewer",
    query: {},
    headers: { authorization: `Bearer ${tokens.get(role) ?? ""}` },
    body: "",
    origin: "http://127.0.0.1:1",
  });
  return (JSON.parse(body) as { customPermissions: readonly string[] }).customPermissions;
}

describe("docs/rights.md", () => {
  test("says of every custom permission which roles have it", () => {
    const actions = documentedActions();
    expect(actions.map(([, permission]) => permission).toSorted()).toEqual(
      [...org.host.schema.customPermissions].toSorted(),
    );
    for (const [, permission, roles] of actions)
      expect({
        permission,
        roles: ROLES.filter((role) => permissionsOf(role).includes(permission)),
      }).toEqual({ permission, roles });
  });

  test("names every object of ours that holds records or events", () => {
    const named = new Set(documented().map(([object]) => object));
    const ours = org.host.schema
      .objectNames()
      .map((name) => org.host.schema.object(name))
      .filter((object) => object?.kind === "custom" || object?.kind === "platformEvent")
      .flatMap((object) => (object?.isCustom === true ? [object.name] : []));
    expect(ours.filter((name) => !named.has(name))).toEqual([]);
  });

  describe.each(documented())("%s as %s", (object, role, rights) => {
    test.each(RIGHTS)("%s", (right) => {
      const { status, body } = attempt(role, object, right);

      expect({ right, isAllowed: status < 300, body }).toEqual({
        right,
        isAllowed: rights.has(right),
        body,
      });
    });
  });
});
