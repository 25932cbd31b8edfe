import * as z from "zod/mini";

export const OPERATIONS_SECRET_ID = "relay/operations";

const token = z.string().check(z.minLength(16));
const operations = z.object({ metrics_token: z.optional(token), redrive_token: z.optional(token) });

export type OperationsTokens = z.infer<typeof operations>;

/** Reads the secret; null when it is something else. */
export function readTokens(text: string): OperationsTokens | null {
  try {
    return operations.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
