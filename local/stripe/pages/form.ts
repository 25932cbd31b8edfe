import type { Context } from "hono";
import type { StatusCode } from "hono/utils/http-status";
import { StripeApiError } from "../api/stripe-error.ts";
import type { Markup } from "./page.ts";

/** What a payer sent: the trimmed text of a field, undefined when it is empty or missing. */
export async function enteredBy(context: Context): Promise<(name: string) => string | undefined> {
  const form = new URLSearchParams(await context.req.text());
  return (name) => {
    const value = form.get(name)?.trim();
    return value === "" ? undefined : value;
  };
}

/** How a page is answered. */
export async function answerPage(
  context: Context,
  markup: Markup,
  status: StatusCode = 200,
): Promise<Response> {
  context.status(status);
  return context.html(String(await markup));
}

/** What the API would have refused with, its effects kept where it keeps them; thrown again when it is nothing of the sort. */
export function refusalOrThrow(error: unknown): StripeApiError {
  if (error instanceof StripeApiError) return error;
  throw error;
}

/** Runs what may be refused with effects that stand, such as a failed charge. */
export function refusalKept<T>(work: () => T): T | StripeApiError {
  try {
    return work();
  } catch (error) {
    if (error instanceof StripeApiError && error.keepsEffects) return error;
    throw error;
  }
}
