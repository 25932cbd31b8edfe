import { z } from "zod";
import { SetupError, type Org } from "./org.ts";

export interface OrgUser {
  readonly id: string;
  readonly username: string;
}

/** Free in every org with API access, and good for nothing but the API. */
const INTEGRATION_PROFILE = "Minimum Access - API Only Integrations";

const userRow = z.object({ Id: z.string(), Username: z.string() });

export async function findUser(org: Org, username: string): Promise<OrgUser> {
  const [row] = await org.query(
    `SELECT Id, Username FROM User WHERE Username = '${username}' AND IsActive = true`,
  );
  if (org.dryRun) return { id: `<${username}>`, username };
  const found = userRow.safeParse(row);
  if (!found.success) throw new SetupError(`The org has no active user ${username}.`);
  return { id: found.data.Id, username: found.data.Username };
}

/** Who sf is signed in as. */
export async function currentUser(org: Org): Promise<OrgUser & { readonly orgId: string }> {
  const said = await org.display(["org", "display", "user"]);
  if (said === undefined) return { id: "<you>", username: "<you>", orgId: "<org>" };
  const { id, username, orgId } = z
    .object({ id: z.string(), username: z.string(), orgId: z.string() })
    .parse(said);
  return { id, username, orgId };
}

/** Usernames are unique among all orgs; nobody reads mail to this one. */
export function relayUsername(orgId: string): string {
  return `stripe.relay@${orgId.toLowerCase()}.invalid`;
}

/** The user the relay signs in as; one that an earlier run made is found again by its name. */
export async function ensureRelayUser(org: Org, orgId: string): Promise<OrgUser> {
  const username = relayUsername(orgId);
  const known = await org.idOf(`SELECT Id FROM User WHERE Username = '${username}'`, "relay user");
  if (known !== null && !org.dryRun) return { id: known, username };
  const profile = await org.idOf(
    `SELECT Id FROM Profile WHERE Name = '${INTEGRATION_PROFILE}'`,
    "integration profile",
  );
  if (profile === null)
    throw new SetupError(
      `The org has no profile "${INTEGRATION_PROFILE}". Name an existing user: --relay-user USERNAME`,
    );
  try {
    const id = await org.create("User", {
      Username: username,
      LastName: "Stripe Relay",
      Alias: "srelay",
      Email: username,
      ProfileId: profile,
      TimeZoneSidKey: "GMT",
      LocaleSidKey: "en_US",
      EmailEncodingKey: "UTF-8",
      LanguageLocaleKey: "en_US",
    });
    return { id, username };
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    throw new SetupError(
      `The relay's user could not be made (${error.message}). If the licence is what is missing, name an existing user: --relay-user USERNAME`,
    );
  }
}

/**
 * Without this licence an integration user can be given no permission on any object.
 * https://help.salesforce.com/s/articleView?id=platform.integration_user.htm
 */
export async function assignIntegrationLicence(org: Org, user: OrgUser): Promise<void> {
  const licence = "SalesforceAPIIntegrationPsl";
  const assigned = await org.query(
    `SELECT Id FROM PermissionSetLicenseAssign WHERE AssigneeId = '${user.id}' AND PermissionSetLicense.DeveloperName = '${licence}'`,
  );
  if (assigned.length > 0) return;
  await org.command([
    ...["org", "assign", "permsetlicense", "--name", licence, "--on-behalf-of", user.username],
  ]);
}

export async function assignPermissionSet(
  org: Org,
  permissionSet: string,
  user: OrgUser,
): Promise<void> {
  const assigned = await org.query(
    `SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = '${user.id}' AND PermissionSet.Name = '${permissionSet}'`,
  );
  if (assigned.length > 0) return;
  await org.command([
    ...["org", "assign", "permset", "--name", permissionSet, "--on-behalf-of", user.username],
  ]);
}

/** What people get: a group of permission sets. */
export async function assignPermissionSetGroup(
  org: Org,
  group: string,
  user: OrgUser,
): Promise<void> {
  const id = await org.idOf(
    `SELECT Id FROM PermissionSetGroup WHERE DeveloperName = '${group}'`,
    group,
  );
  if (id === null) throw new SetupError(`The org has no permission set group ${group}.`);
  const assigned = await org.query(
    `SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = '${user.id}' AND PermissionSetGroupId = '${id}'`,
  );
  if (assigned.length > 0) return;
  await org.create("PermissionSetAssignment", { AssigneeId: user.id, PermissionSetGroupId: id });
}

/** Of a queue or a public group, by its developer name. */
export async function joinGroup(
  org: Org,
  type: "Queue" | "Regular",
  name: string,
  user: OrgUser,
): Promise<void> {
  const group = await org.idOf(
    `SELECT Id FROM Group WHERE Type = '${type}' AND DeveloperName = '${name}'`,
    name,
  );
  if (group === null)
    throw new SetupError(`The org has no ${type === "Queue" ? "queue" : "public group"} ${name}.`);
  const member = await org.query(
    `SELECT Id FROM GroupMember WHERE GroupId = '${group}' AND UserOrGroupId = '${user.id}'`,
  );
  if (member.length > 0) return;
  await org.create("GroupMember", { GroupId: group, UserOrGroupId: user.id });
}
