import type { AdmittedEvent } from "../../event.ts";
import { orgOf } from "../../salesforce/org.ts";
import { publish } from "../../relay/publish.ts";

/**
 * Publishes what the relay says of itself, by one call, so that people hear of it where they work.
 * @returns ids of the events Salesforce took; the others are to be told again
 */
export async function tellSalesforce(
  env: Env,
  events: readonly AdmittedEvent[],
): Promise<ReadonlySet<string>> {
  if (events.length === 0) return new Set();
  const outcomes = await publish(
    events.map((event) => ({ event, suspectMs: null })),
    orgOf(env, "urgent"),
  );
  return new Set(outcomes.filter(({ kind }) => kind === "published").map(({ id }) => id));
}
