import type { Candidate } from "@salesforce/apex/StripeMatchController.candidates";
import type { Customer } from "@salesforce/apex/StripeMatchController.unmatched";
import { filled } from "c/stripeFilled";
import { labels } from "./labels";

/** A customer as its row shows it. */
export interface Row {
  readonly key: string;
  readonly name: string;
  readonly stripeId: string;
  readonly email: string;
  readonly sameEmail: number;
  readonly isOpen: boolean;
  readonly findLabel: string;
}
/** A contact it may belong to. */
export interface CandidateRow {
  readonly key: string;
  readonly text: string;
  readonly taken: string | null;
  readonly joinLabel: string;
}

export function rowOf(customer: Customer, openId: string | null): Row {
  const { recordId, stripeId, email, sameEmail } = customer;
  const name = [customer.name, email, stripeId].find(Boolean) ?? labels.noName;
  return {
    key: recordId ?? "",
    name,
    stripeId: stripeId ?? "",
    email: email ?? "",
    sameEmail: sameEmail ?? 0,
    isOpen: recordId === openId,
    findLabel: filled(labels.findOne, name),
  };
}

export function candidateRowOf(candidate: Candidate, customer: string): CandidateRow {
  const { recordId, name, email, accountName, stripeId } = candidate;
  return {
    key: recordId ?? "",
    text: [name, email, accountName].filter(Boolean).join(", "),
    taken: stripeId ? filled(labels.taken, stripeId) : null,
    joinLabel: filled(labels.joinOne, customer, name ?? ""),
  };
}
