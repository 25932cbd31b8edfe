import type { Context } from "hono";
import type { z } from "zod";
import { invalidRequest } from "../api/stripe-error.ts";

/**
 * Only JSON that says so: a web page the user has open can post other types here without asking.
 * @throws StripeApiError 400
 */
export async function readJson(context: Context): Promise<unknown> {
  const type = context.req.header("content-type") ?? "";
  if (!type.startsWith("application/json")) {
    throw invalidRequest("Send JSON, with Content-Type: application/json.");
  }
  try {
    return await context.req.json();
  } catch {
    throw invalidRequest("The request body is not JSON.");
  }
}

/** @throws StripeApiError 400 naming what is wrong */
export async function readRequest<Schema extends z.ZodType>(
  context: Context,
  schema: Schema,
): Promise<z.output<Schema>> {
  const parsed = schema.safeParse(await readJson(context));
  if (parsed.success) return parsed.data;
  throw invalidRequest(
    parsed.error.issues
      .map((issue) => [issue.path.join("."), issue.message].filter(Boolean).join(": "))
      .join("; "),
  );
}
