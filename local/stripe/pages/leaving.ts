import { html } from "hono/html";
import type { Markup } from "./page.ts";

const THIS_MACHINE = new Set(["127.0.0.1", "[::1]", "localhost"]);
/** `javascript://localhost/…` names a host as well, and is a script. */
const OF_PAGES = new Set(["http:", "https:"]);

/** Whether an address given to the API, such as a session's `success_url`, is on this machine: pages lead nowhere else. */
export function isOnThisMachine(url: string): boolean {
  const parsed = URL.parse(url);
  return parsed !== null && OF_PAGES.has(parsed.protocol) && THIS_MACHINE.has(parsed.hostname);
}

/** A way back to an address given to the API: a link, or the address as text where it is elsewhere. */
export function wayBack(url: string | null, label: string): Markup | string {
  if (url === null) return "";
  return isOnThisMachine(url)
    ? html`<p><a href="${url}">${label}</a></p>`
    : html`<p><small>${label}: ${url} (not opened from this machine)</small></p>`;
}
