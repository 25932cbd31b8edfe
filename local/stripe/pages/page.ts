import { html } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import { inMajorUnits } from "../billing/in-major-units.ts";

/** HTML in which everything that came from outside is escaped. */
export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

export interface PageText {
  readonly title: string;
  readonly body: Markup;
  /** What went wrong with what was just sent; read aloud, and part of the title. */
  readonly complaint?: string | undefined;
}

/** A page a payer meets. It loads nothing and links nowhere by itself, and fits a narrow screen. */
export function page({ title, body, complaint }: PageText): Markup {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${complaint === undefined ? "" : "Error: "}${title} · local Stripe</title>
        <style>
          body {
            font:
              1rem/1.5 system-ui,
              sans-serif;
            color: #1a1f36;
            background: #f6f8fb;
            margin: 0;
            padding: 2rem 1rem;
            overflow-wrap: anywhere;
          }
          main {
            max-width: 30rem;
            margin: 0 auto;
            padding: 1.5rem;
            background: #fff;
            border: 1px solid #e3e8ee;
            border-radius: 0.75rem;
          }
          h1 {
            margin: 0 0 1rem;
            font-size: 1.5rem;
          }
          label,
          button {
            display: block;
            margin: 1rem 0;
          }
          label {
            font-size: 0.875rem;
            font-weight: 600;
            color: #3c4257;
          }
          input,
          select {
            display: block;
            width: 100%;
            margin-top: 0.25rem;
            padding: 0.625rem 0.75rem;
            font: inherit;
            font-size: 1rem;
            font-weight: 400;
            color: #1a1f36;
            background: #fff;
            border: 1px solid #8792a2;
            border-radius: 0.375rem;
            box-sizing: border-box;
          }
          button {
            padding: 0.75rem 1.5rem;
            width: 100%;
            font: inherit;
            font-weight: 600;
            color: #fff;
            background: #4338ca;
            border: 0;
            border-radius: 0.375rem;
            cursor: pointer;
          }
          button:hover {
            background: #3730a3;
          }
          button.second,
          button.second:hover {
            color: #4338ca;
            background: #fff;
            border: 1px solid #4338ca;
          }
          a {
            color: #4338ca;
          }
          :focus-visible {
            outline: 3px solid #b45309;
            outline-offset: 2px;
          }
          table {
            width: 100%;
            border-collapse: collapse;
          }
          th,
          td {
            padding: 0.375rem 0.5rem 0.375rem 0;
            text-align: left;
            vertical-align: top;
          }
          .amount {
            text-align: right;
            white-space: nowrap;
            font-variant-numeric: tabular-nums;
          }
          section {
            border-top: 1px solid #e3e8ee;
            margin-top: 1.5rem;
            padding-top: 0.5rem;
          }
          small {
            color: #545969;
          }
          [role="alert"] {
            color: #9b1c1c;
            background: #fdf2f2;
            border-left: 4px solid #9b1c1c;
            margin: 0 0 1rem;
            padding: 0.5rem 0.75rem;
          }
        </style>
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${complaint === undefined ? "" : html`<p role="alert">${complaint}</p>`} ${body}
          <p><small>A test page of local Stripe. No money moves.</small></p>
        </main>
      </body>
    </html>`;
}

/** A page that only says something. */
export function noticePage(title: string, text: string): Markup {
  return page({ title, body: html`<p>${text}</p>` });
}

/** What a table of charges shows in a row. @param amount in the currency's smallest unit */
export function amountRow(name: string, amount: number, currency: string): Markup {
  return html`<tr>
    <th scope="row">${name}</th>
    <td class="amount">${inMajorUnits(String(amount), currency)}</td>
  </tr>`;
}

/** A day as invoices show it. @param seconds since 1970 */
export function dayOf(seconds: number): string {
  return new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeZone: "UTC" }).format(
    seconds * 1000,
  );
}
