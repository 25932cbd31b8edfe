import type Stripe from "stripe";
import { z } from "zod";
import { listAnswer } from "../api/list.ts";
import { withMetadata } from "../api/metadata.ts";
import {
  boolean,
  clearable,
  createdRange,
  hash,
  listParameters,
  metadata,
  text,
} from "../api/parameters.ts";
import type { Operation } from "../api/operation.ts";
import type { Resource } from "../api/resource.ts";
import { route } from "../api/route.ts";
import { invalidRequest } from "../api/stripe-error.ts";
import { EVIDENCE_TEXTS } from "./dispute.ts";
import { closeDispute, isOpen } from "./open-dispute.ts";

const evidence = z.partialRecord(z.enum(EVIDENCE_TEXTS), clearable(text(20_000)));

/** @see https://docs.stripe.com/api/disputes */
export const disputeResource: Resource = {
  routes: [
    route({
      method: "GET",
      path: "/disputes",
      parameters: hash({
        ...listParameters,
        created: createdRange().optional(),
        charge: text().optional(),
        payment_intent: text().optional(),
      }),
      answer: ({ parameters, operation }) =>
        listAnswer(operation, "dispute", "/v1/disputes", parameters, {
          charge: parameters.charge,
          payment_intent: parameters.payment_intent,
        }),
    }),
    route({
      method: "GET",
      path: "/disputes/:id",
      parameters: hash({}),
      answer: ({ path, operation: { objects } }) => objects.get("dispute", path["id"] ?? ""),
    }),
    route({
      method: "POST",
      path: "/disputes/:id",
      parameters: hash({
        evidence: evidence.optional(),
        metadata: metadata().optional(),
        submit: boolean().optional(),
      }),
      answer: ({ path, parameters, operation }) => {
        const dispute = operation.objects.get("dispute", path["id"] ?? "");
        const { evidence: given, submit = true } = parameters;
        if (given !== undefined && !isOpen(dispute)) throw alreadyClosed(dispute);
        const details = dispute.evidence_details;
        const submitted = given !== undefined && submit;
        const changed = operation.change("charge.dispute.updated", dispute, {
          ...dispute,
          evidence: { ...dispute.evidence, ...given },
          evidence_details: {
            ...details,
            has_evidence: details.has_evidence || given !== undefined,
            submission_count: details.submission_count + (submitted ? 1 : 0),
            submission_method: submitted ? "manual" : details.submission_method,
          },
          metadata: withMetadata(dispute.metadata, parameters.metadata),
          status: submitted ? underReview(dispute) : dispute.status,
        });
        if (submitted) decideLater(operation, changed, given.uncategorized_text ?? null);
        return changed;
      },
    }),
    route({
      method: "POST",
      path: "/disputes/:id/close",
      parameters: hash({}),
      answer: ({ path, operation }) => {
        const dispute = operation.objects.get("dispute", path["id"] ?? "");
        if (!isOpen(dispute)) throw alreadyClosed(dispute);
        return closeDispute(operation, dispute, "lost");
      },
    }),
  ],
};

/** Evidence with this text decides at once, as in Stripe's own tests. */
const DECIDING_TEXTS: Readonly<Record<string, "lost" | "won">> = {
  losing_evidence: "lost",
  winning_evidence: "won",
};

function decideLater(
  operation: Operation,
  { id }: Stripe.Dispute,
  evidenceText: string | null,
): void {
  const outcome = DECIDING_TEXTS[evidenceText ?? ""];
  if (outcome === undefined) return;
  operation.afterwards((later) => {
    closeDispute(later, later.objects.get("dispute", id), outcome);
  });
}

function underReview({ status }: Stripe.Dispute): Stripe.Dispute.Status {
  return status.startsWith("warning_") ? "warning_under_review" : "under_review";
}

function alreadyClosed({ id }: Stripe.Dispute): Error {
  return invalidRequest(`This dispute is already closed: ${id}`);
}
