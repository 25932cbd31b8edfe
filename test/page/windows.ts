/**
 * Windows of a browser that tests take turns with: a new one begins with a profile and a process of its own, and with nothing of what was fetched
 * before.
 */
import type { Browser, Page } from "playwright-core";

const HEIGHT = 1000;
/** What a test may listen to; the page itself listens to its end. */
const EVENTS = [
  "console",
  "dialog",
  "domcontentloaded",
  "download",
  "filechooser",
  "framenavigated",
  "load",
  "pageerror",
  "popup",
  "request",
  "requestfailed",
  "requestfinished",
  "response",
] as const;

export class Windows {
  readonly #browser: Browser;
  readonly #idle: Page[] = [];

  constructor(browser: Browser) {
    this.#browser = browser;
  }

  /** An empty page in which nobody is known yet. */
  async take(width: number): Promise<Page> {
    const viewport = { width, height: HEIGHT };
    const idle = this.#idle.pop();
    if (idle === undefined) return (await this.#browser.newContext({ viewport })).newPage();
    await idle.setViewportSize(viewport);
    return idle;
  }

  /** Nothing of the test stays: who looked, what they chose, what was heard, refused or made slow. What the browser fetched may. */
  async giveBack(page: Page): Promise<void> {
    const context = page.context();
    for (const other of context.pages()) if (other !== page) await other.close();
    await page.unrouteAll({ behavior: "ignoreErrors" });
    for (const event of EVENTS) page.removeAllListeners(event);
    await page.evaluate("sessionStorage.clear(); localStorage.clear();");
    // A page that stays open goes on asking, and takes from the tests after it what they need.
    await page.goto("about:blank");
    await context.clearCookies();
    await context.clearPermissions();
    this.#idle.push(page);
  }

  /** Of a test that failed: who knows what state it is in. */
  async close(page: Page): Promise<void> {
    await page.context().close();
  }
}
