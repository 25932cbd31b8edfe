import { z } from "zod";
import { isApiVersion } from "../api-version/api-version.ts";
import { amountComplaint } from "../payment_intents/amount-complaint.ts";
import { TRIGGER_TYPES } from "./scenarios.ts";

/** What the Stripe CLI's fixtures charge. */
const DEFAULT_AMOUNT = 2000;
const DEFAULT_CHARGE_AMOUNT = 100;
const LARGEST_AMOUNT = 99_999_999;

const triggerRequest = z
  .strictObject({
    type: z.enum(TRIGGER_TYPES, {
      error: (issue) =>
        `${JSON.stringify(issue.input ?? null)} cannot be triggered; these can: ${TRIGGER_TYPES.join(", ")}`,
    }),
    count: z.int().min(1).max(100_000).default(1),
    duplicate: z.int().min(1).max(100).default(1),
    shuffle: z.union([z.boolean(), z.int()]).default(false),
    amount: z.int().min(1).max(LARGEST_AMOUNT).optional(),
    currency: z
      .string()
      .default("usd")
      .transform((currency) => currency.toLowerCase()),
    apiVersion: z
      .string()
      .refine(isApiVersion, { error: "is no Stripe API version that local Stripe knows" })
      .optional(),
    customer: z
      .union([z.literal("new"), z.literal("none"), z.string().startsWith("cus_")])
      .default("new"),
  })
  .transform((request) => ({
    ...request,
    amount:
      request.amount ??
      (request.type === "charge.succeeded" ? DEFAULT_CHARGE_AMOUNT : DEFAULT_AMOUNT),
  }))
  .superRefine((request, context) => {
    const complaint = amountComplaint(request.amount, request.currency);
    if (complaint !== undefined) {
      context.addIssue({ code: "custom", path: ["amount"], message: complaint });
    }
  });

export type TriggerRequest = z.output<typeof triggerRequest>;

export type ParsedTrigger =
  | { readonly ok: true; readonly request: TriggerRequest }
  | { readonly ok: false; readonly complaint: string };

export function parseTrigger(body: unknown): ParsedTrigger {
  const parsed = triggerRequest.safeParse(body);
  return parsed.success
    ? { ok: true, request: parsed.data }
    : {
        ok: false,
        complaint: parsed.error.issues
          .map((issue) => [issue.path.join("."), issue.message].filter(Boolean).join(": "))
          .join("; "),
      };
}
