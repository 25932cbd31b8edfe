import { html } from "hono/html";
import { inMajorUnits } from "../billing/in-major-units.ts";
import type { Markup } from "./page.ts";
import { page } from "./page.ts";

export interface Authenticating {
  /** In the currency's smallest unit; null where only a card is saved. */
  readonly amount: number | null;
  readonly currency: string;
  /** Where the form goes; the page's own address when absent. */
  readonly action?: string;
  /** What was entered on the page before. */
  readonly entered?: Readonly<Record<string, string>>;
}

/** The bank's 3-D Secure page: the owner of the card completes the authentication, or fails it, as the form's `authentication`. */
export function authenticationPage(asked: Authenticating): Markup {
  const { amount, currency, action = "", entered = {} } = asked;
  const what = amount === null ? "to save your card" : "to pay ";
  return page({
    title: "3-D Secure",
    body: html`<p>
        Your bank asks you to authenticate
        ${what}${
          amount === null ? "" : html`<strong>${inMajorUnits(String(amount), currency)}</strong>`
        }.
      </p>
      <form method="post" action="${action}">
        ${Object.entries(entered).map(
          ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
        )}
        <button type="submit" name="authentication" value="complete">
          Complete authentication
        </button>
        <button type="submit" name="authentication" value="fail" class="second">
          Fail authentication
        </button>
      </form>`,
  });
}
