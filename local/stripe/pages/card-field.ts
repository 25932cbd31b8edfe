import { html } from "hono/html";
import { TEST_CARDS, type TestCard } from "../payment_methods/test-card.ts";
import type { Markup } from "./page.ts";

/** The choice of a test card, as the form's `payment_method`. */
export function cardField(): Markup {
  const options = TEST_CARDS.map((card) => {
    const note = noteOf(card);
    return html`<option value="${card.token}">
      ${card.number} ${card.brand}${note === "" ? "" : `: ${note}`}
    </option>`;
  });
  return html`<label
    >Card
    <select name="payment_method">
      ${options}
    </select></label
  >`;
}

/** What happens to who pays with it; blank where it is simply charged. */
export function noteOf({
  decline,
  attachesFirst,
  dispute,
  refund,
  authentication,
}: TestCard): string {
  if (decline !== undefined)
    return `${attachesFirst === true ? "saved, then declined" : "declined"}, ${decline.declineCode}`;
  if (dispute !== undefined)
    return `paid, then ${dispute.inquiry ? "inquired about" : "disputed"}, ${dispute.reason}`;
  if (refund !== undefined) return refund === "fails" ? "its refunds fail" : "its refunds wait";
  if (authentication === undefined) return "";
  return authentication === "always" ? "3-D Secure" : "3-D Secure until it is saved";
}
