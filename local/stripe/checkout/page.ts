import type Stripe from "stripe";
import { TEST_CARDS } from "../payment_methods/test-card.ts";

export interface PageFacts {
  readonly session: Stripe.Checkout.Session;
  readonly lines: readonly Stripe.LineItem[];
  /** Why the last attempt failed, if one did. */
  readonly complaint?: string;
}

/** The payment page, as HTML: what is sold, and a choice of test cards. */
export function paymentPage({ session, lines, complaint }: PageFacts): string {
  const { currency, amount_total: total, mode, cancel_url: back } = session;
  const rows = lines
    .map(
      (line) =>
        `<tr><td>${escaped(line.description ?? "")}</td><td>× ${line.quantity ?? 1}</td><td>${money(line.amount_total, line.currency)}</td></tr>`,
    )
    .join("");
  const email = session.customer_details?.email ?? session.customer_email ?? "";
  return page(
    titleOf(mode),
    `<table>${rows}</table>
${total === null || currency === null ? "" : `<p>Due today: <strong>${money(total, currency)}</strong></p>`}
${complaint === undefined ? "" : `<p role="alert">${escaped(complaint)}</p>`}
<form method="post">
<label>Email <input name="email" type="email" value="${escaped(email)}" required></label>
<label>Name on card <input name="name" autocomplete="cc-name"></label>
<label>Card <select name="payment_method">${cardOptions()}</select></label>
<button type="submit">${titleOf(mode)}</button>
</form>
${back === null ? "" : `<p><a href="${escaped(back)}">Back</a></p>`}`,
  );
}

/** A page that only says something. */
export function noticePage(title: string, text: string): string {
  return page(title, `<p>${escaped(text)}</p>`);
}

function titleOf(mode: Stripe.Checkout.Session.Mode): string {
  switch (mode) {
    case "subscription":
      return "Subscribe";
    case "setup":
      return "Save card";
    default:
      return "Pay";
  }
}

function cardOptions(): string {
  return TEST_CARDS.map(
    ({ token, number, brand, decline }) =>
      `<option value="${token}">${number} ${brand}${decline === undefined ? "" : `: ${escaped(decline.declineCode)}`}</option>`,
  ).join("");
}

function money(amount: number, currency: string): string {
  const format = new Intl.NumberFormat("en-US", { style: "currency", currency });
  return escaped(
    format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2)),
  );
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} · local Stripe</title>
<style>
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 32rem; margin: 3rem auto; padding: 0 1rem; }
label, button { display: block; margin: 1rem 0; }
input, select { display: block; width: 100%; padding: 0.5rem; font: inherit; box-sizing: border-box; }
button { padding: 0.75rem 1.5rem; font: inherit; }
td { padding-right: 1rem; }
[role="alert"] { color: #a00; }
</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
${body}
<p><small>A test page of local Stripe. No money moves.</small></p>
</main>
</body>
</html>
`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
