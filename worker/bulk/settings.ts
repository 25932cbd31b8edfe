import * as z from "zod/mini";

import { ConfigurationError } from "../configuration.ts";

const settings = z.object({
  BULK_FLUSH_ROWS: z.coerce.number().check(z.int(), z.positive()),
  BULK_FLUSH_SECONDS: z.coerce.number().check(z.positive()),
});

export interface BulkSettings {
  readonly flushRows: number;
  readonly flushMs: number;
}

/** @throws ConfigurationError naming the variables at fault */
export function bulkSettingsOf(env: object): BulkSettings {
  const parsed = settings.safeParse(env);
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map((issue) => issue.path.join(".")))];
    throw new ConfigurationError(`Missing or malformed variables: ${names.join(", ")}`);
  }
  const { BULK_FLUSH_ROWS: flushRows, BULK_FLUSH_SECONDS: seconds } = parsed.data;
  return { flushRows, flushMs: seconds * 1000 };
}
