/** Why a delivery is not admitted. The facts are for the log; the caller gets one bland sentence. */
export type Refusal =
  | { readonly reason: "body_too_large" }
  | { readonly reason: "signature_missing" }
  /** So many deliveries from there were refused that no more is read. */
  | { readonly reason: "address_slowed" }
  | { readonly reason: "signature_rejected"; readonly detail: string }
  | { readonly reason: "body_not_json" }
  /** The event's mode is not that of the endpoint whose secret signed it. */
  | { readonly reason: "mode_mismatch" }
  | { readonly reason: "body_shape_unknown"; readonly paths: readonly string[] }
  | { readonly reason: "secrets_unavailable"; readonly detail: string }
  | { readonly reason: "shard_unavailable"; readonly detail: string };

export interface RefusalAnswer {
  readonly status: 400 | 401 | 413 | 429 | 503;
  readonly sentence: string;
  readonly logged:
    "webhook.refused" | "webhook.signature_refused" | "webhook.slowed" | "webhook.deferred";
}

/** 4xx for the sender's fault; 503 for ours, so that Stripe delivers again. */
export function answerOf(refusal: Refusal): RefusalAnswer {
  switch (refusal.reason) {
    case "body_too_large":
      return {
        status: 413,
        sentence: "The body is larger than this endpoint accepts.",
        logged: "webhook.refused",
      };
    case "signature_missing":
    case "signature_rejected":
      return {
        status: 401,
        sentence: "The signature could not be verified.",
        logged: "webhook.signature_refused",
      };
    case "address_slowed":
      return { status: 429, sentence: "Too many refused deliveries.", logged: "webhook.slowed" };
    case "body_not_json":
    case "mode_mismatch":
    case "body_shape_unknown":
      return {
        status: 400,
        sentence: "The body is not an event this endpoint understands.",
        logged: "webhook.refused",
      };
    case "secrets_unavailable":
    case "shard_unavailable":
      return {
        status: 503,
        sentence: "The event could not be accepted now; deliver it again.",
        logged: "webhook.deferred",
      };
  }
}
