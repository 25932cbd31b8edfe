/** Which users the relay and the event trigger work as: those that are named, else those of the live installation, else the usual ones. */
import { z } from "zod";
import type { SetupCommand } from "./command.ts";
import type { Org } from "./org.ts";
import { ensureRelayUser, findUser, type OrgUser } from "./users.ts";

const subscriberRow = z.object({ UserId: z.string() });
const userRow = z.object({ Id: z.string(), Username: z.string() });
const assigneeRow = z.object({ Assignee: userRow });

export interface ChosenUser {
  readonly user: OrgUser;
  /** Whether the installation works with this user already, and none was named. */
  readonly isKept: boolean;
}

export async function relayUserOf(
  org: Org,
  { relayUser }: SetupCommand,
  orgId: string,
  isLive: boolean,
): Promise<ChosenUser> {
  if (relayUser !== null) return { user: await findUser(org, relayUser), isKept: false };
  const standing = isLive ? await standingRelayUser(org) : null;
  return { user: standing ?? (await ensureRelayUser(org, orgId)), isKept: standing !== null };
}

export async function triggerUserOf(
  org: Org,
  { triggerUser }: SetupCommand,
  you: OrgUser,
  isLive: boolean,
): Promise<ChosenUser> {
  if (triggerUser !== null) return { user: await findUser(org, triggerUser), isKept: false };
  const standing = isLive ? await standingTriggerUser(org) : null;
  return { user: standing ?? you, isKept: standing !== null };
}

/**
 * Who the event trigger runs as; null while its configuration names nobody.
 * https://developer.salesforce.com/docs/atlas.en-us.api_tooling.meta/api_tooling/tooling_api_objects_platformeventsubscriberconfig.htm
 */
async function standingTriggerUser(org: Org): Promise<OrgUser | null> {
  const [config] = await org.toolingQuery(
    "SELECT UserId FROM PlatformEventSubscriberConfig WHERE DeveloperName = 'StripeEventTriggerConfig' AND UserId != null",
  );
  const named = subscriberRow.safeParse(config);
  if (!named.success) return null;
  const [row] = await org.query(
    `SELECT Id, Username FROM User WHERE Id = '${named.data.UserId}' AND IsActive = true`,
  );
  return userOf(userRow.safeParse(row).data);
}

/** Who the relay signs in as: the only active user with its permission set; null with none or several. */
async function standingRelayUser(org: Org): Promise<OrgUser | null> {
  const rows = await org.query(
    "SELECT Assignee.Id, Assignee.Username FROM PermissionSetAssignment WHERE PermissionSet.Name = 'Stripe_Relay' AND Assignee.IsActive = true",
  );
  const [only, ...others] = rows;
  return others.length > 0 ? null : userOf(assigneeRow.safeParse(only).data?.Assignee);
}

function userOf(row: z.infer<typeof userRow> | undefined): OrgUser | null {
  return row === undefined ? null : { id: row.Id, username: row.Username };
}
