import type Stripe from "stripe";
import type { ApiList, ListParameters } from "../api/list.ts";
import { DEFAULT_LIMIT, embeddedList, listAnswer } from "../api/list.ts";
import { withMetadata } from "../api/metadata.ts";
import { createdRange, hash, listParameters, metadata, text } from "../api/parameters.ts";
import type { Resource } from "../api/resource.ts";
import { route } from "../api/route.ts";
import { issueCreditNote, previewCreditNote, voidCreditNote } from "./issue.ts";
import { noteParameters } from "./parameters.ts";

/** @see https://docs.stripe.com/api/credit_notes */
export const creditNoteResource: Resource = {
  routes: [
    route({
      method: "POST",
      path: "/credit_notes",
      parameters: noteParameters,
      answer: ({ parameters, operation }) => issueCreditNote(operation, parameters),
    }),
    route({
      method: "GET",
      path: "/credit_notes",
      parameters: hash({
        ...listParameters,
        created: createdRange().optional(),
        customer: text().optional(),
        invoice: text().optional(),
      }),
      answer: ({ parameters, operation }) =>
        listAnswer(operation, "credit_note", "/v1/credit_notes", parameters, {
          customer: parameters.customer,
          invoice: parameters.invoice,
        }),
    }),
    route({
      method: "GET",
      path: "/credit_notes/preview",
      parameters: noteParameters,
      answer: ({ parameters, operation }) => previewCreditNote(operation, parameters),
    }),
    route({
      method: "GET",
      path: "/credit_notes/preview/lines",
      parameters: noteParameters.extend(listParameters),
      answer: ({ parameters, operation }) =>
        pageOf(
          previewCreditNote(operation, parameters).lines.data,
          "/v1/credit_notes/preview/lines",
          parameters,
        ),
    }),
    route({
      method: "GET",
      path: "/credit_notes/:id",
      parameters: hash({}),
      answer: ({ path, operation }) => operation.objects.get("credit_note", path["id"] ?? ""),
    }),
    route({
      method: "POST",
      path: "/credit_notes/:id",
      parameters: hash({ memo: text().optional(), metadata: metadata().optional() }),
      answer: ({ path, parameters, operation }) => {
        const held = operation.objects.get("credit_note", path["id"] ?? "");
        return operation.change("credit_note.updated", held, {
          ...held,
          memo: parameters.memo ?? held.memo,
          metadata: withMetadata(held.metadata, parameters.metadata),
        });
      },
    }),
    route({
      method: "POST",
      path: "/credit_notes/:id/void",
      parameters: hash({}),
      answer: ({ path, operation }) =>
        voidCreditNote(operation, operation.objects.get("credit_note", path["id"] ?? "")),
    }),
    route({
      method: "GET",
      path: "/credit_notes/:id/lines",
      parameters: hash(listParameters),
      answer: ({ path, parameters, operation }) => {
        const { id, lines } = operation.objects.get("credit_note", path["id"] ?? "");
        return pageOf(lines.data, `/v1/credit_notes/${id}/lines`, parameters);
      },
    }),
  ],
};

function pageOf(
  lines: readonly Stripe.CreditNoteLineItem[],
  url: string,
  { limit = DEFAULT_LIMIT, starting_after: after }: ListParameters,
): ApiList<Stripe.CreditNoteLineItem> {
  const rest = lines.slice(lines.findIndex(({ id }) => id === after) + 1);
  return { ...embeddedList(rest.slice(0, limit), url), has_more: rest.length > limit };
}
