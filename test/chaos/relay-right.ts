/** The relay's right to publish, as an administrator who tidies up takes it away. */
import { setTimeout as wait } from "node:timers/promises";
import type { Connection } from "jsforce";
import { z } from "zod";
import { connect } from "../../scripts/trigger/records.ts";
import { within } from "../../worker/within.ts";
import type { Stack } from "../../local/stack/stack.ts";

const PERMISSION_SET = "Stripe_Relay";
const AGAIN_MS = 1_000;
/** The client itself tries five times and gives up after half an hour. */
const TRY_WITHIN_MS = 60_000;
/** The org may be away, or out of calls, by another fault. */
const ANSWERS_WITHIN_MS = 180_000;

const assignment = z.object({
  Id: z.string(),
  AssigneeId: z.string(),
  PermissionSetId: z.string(),
});

/** @returns gives it back */
export async function takeRightAway(
  stack: Stack,
  signal: AbortSignal,
): Promise<() => Promise<void>> {
  const assigned = await asAdmin(stack, signal, async (connection) => {
    const { records } = await connection.query(
      `SELECT Id, AssigneeId, PermissionSetId FROM PermissionSetAssignment WHERE PermissionSet.Name = '${PERMISSION_SET}'`,
    );
    return z.array(assignment).min(1).parse(records);
  });
  for (const { Id } of assigned)
    await asAdmin(stack, signal, (connection) =>
      connection.sobject("PermissionSetAssignment").destroy(Id),
    );
  return async () => {
    for (const { AssigneeId, PermissionSetId } of assigned)
      await asAdmin(stack, signal, (connection) =>
        connection.sobject("PermissionSetAssignment").create({ AssigneeId, PermissionSetId }),
      );
  };
}

/** In a session of its own each time, for a fault may have ended the one before. @throws what the last try threw */
async function asAdmin<T>(
  stack: Stack,
  signal: AbortSignal,
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const deadline = Date.now() + ANSWERS_WITHIN_MS;
  for (;;) {
    try {
      const { urls } = stack.state;
      return await within(
        TRY_WITHIN_MS,
        connect(urls.org, stack.credentials.admin).then((connection) => work(connection)),
      );
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await wait(AGAIN_MS, undefined, { signal });
    }
  }
}
