import { html } from "hono/html";
import { TEST_CARDS } from "../payment_methods/test-card.ts";
import type { Markup } from "./page.ts";

/** The choice of a test card, as the form's `payment_method`. */
export function cardField(): Markup {
  const options = TEST_CARDS.map(({ token, number, brand, decline, authentication }) => {
    const note = decline?.declineCode ?? (authentication === undefined ? "" : "3-D Secure");
    return html`<option value="${token}">
      ${number} ${brand}${note === "" ? "" : `: ${note}`}
    </option>`;
  });
  return html`<label
    >Card
    <select name="payment_method">
      ${options}
    </select></label
  >`;
}
