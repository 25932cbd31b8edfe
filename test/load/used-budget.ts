/** Makes the running stack's call budget as used up as a measurement wants it. */
import { updateItem } from "../../worker/aws/dynamodb.ts";
import { itemKey } from "../../worker/budget/item.ts";
import { configuredWorker } from "../../local/worker/worker-options.ts";
import path from "node:path";
import type { Stack } from "../../local/stack/stack.ts";

const CONFIGURATION = path.resolve(import.meta.dirname, "../../wrangler.toml");

/**
 * Counts calls into the current hour until this share of its limit is used.
 * @throws Error when the relay has not counted a call yet
 */
export async function useHour({ state, credentials }: Stack, share: number): Promise<void> {
  const { bindings } = (await configuredWorker(CONFIGURATION)).options;
  const used = Math.round(Number(bindings["API_CALLS_PER_HOUR"]) * share);
  const updated = await updateItem(
    {
      account: credentials.aws,
      endpoint: state.urls.dynamodb,
      name: bindings["API_BUDGET_TABLE"] ?? "",
      timeoutMs: 5_000,
    },
    {
      key: itemKey(new URL(state.urls.org).host),
      update: "SET hour_used = :used",
      condition: "attribute_exists(hour_used)",
      values: { ":used": { N: String(used) } },
    },
  );
  if (!updated.ok || updated.value === "condition_failed")
    throw new Error("The call budget could not be set.");
}
