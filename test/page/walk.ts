/** Going about the app as a person does: from page to page without loading it anew, by keyboard, until nothing is under way. */
import { setTimeout as wait } from "node:timers/promises";
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

/** No request for so long: what a page asks for is there. */
const QUIET_MS = 250;
const LOOK_MS = 50;
const MOST_TABS = 150;

/** Requests under way in a page; asked for before the page goes anywhere. */
export function requestsOf(page: Page): { readonly quiet: () => Promise<void> } {
  const open = new Set<unknown>();
  let changedAt = Date.now();
  const ends = (request: unknown): void => {
    open.delete(request);
    changedAt = Date.now();
  };
  page.on("request", (request) => {
    open.add(request);
    changedAt = Date.now();
  });
  page.on("requestfinished", ends);
  page.on("requestfailed", ends);
  return {
    async quiet() {
      while (open.size > 0 || Date.now() - changedAt < QUIET_MS) await wait(LOOK_MS);
    },
  };
}

/** To another address of the app, which draws it without being loaded again. */
export async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate(
    `window.history.pushState(null, "", ${JSON.stringify(address)}); window.dispatchEvent(new PopStateEvent("popstate"));`,
  );
}

export async function hasKeyboard(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element.matches(":focus-within"));
}

/** Presses Tab until the keyboard is there. @throws Error when it never comes there */
export async function tabTo(target: Locator): Promise<void> {
  await target.waitFor();
  const { keyboard } = target.page();
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    // The target may be drawn anew in between.
    if (await hasKeyboard(target)) return;
    await keyboard.press("Tab");
  }
  throw new Error(`Tab never reached ${String(target)}.`);
}

export async function pressByKeyboard(target: Locator): Promise<void> {
  await tabTo(target);
  await target.page().keyboard.press("Enter");
}

/** Nothing is wider than the screen: what a table needs more it scrolls by itself. */
export async function expectFits(page: Page): Promise<void> {
  const width = await page.evaluate<number>("document.documentElement.scrollWidth");
  expect(width).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
}
