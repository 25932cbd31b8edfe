/** A stack with its page, and people at it in a browser. */
import { createRequire } from "node:module";
import { mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { AxeResults } from "axe-core";
import type { Browser, Locator, Page } from "playwright-core";
import { expect, onTestFinished } from "vitest";
import { buildComponents } from "../../scripts/build/components.ts";
import { startStackPage } from "../../local/stack/page.ts";
import {
  removeFolder,
  runStack,
  temporaryFolder,
  type RunningStack,
} from "../e2e/running-stack.ts";
import { openBrowser } from "./chromium.ts";
import { watch } from "./shown.ts";
import { Windows } from "./windows.ts";

const root = path.resolve(import.meta.dirname, "../..");
const PICTURES = path.join(root, "coverage/pages");
const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** For what a loaded machine takes; how long something takes is no story's subject. */
const PATIENCE_MS = 120_000;

export interface OpenPage {
  readonly running: RunningStack;
  readonly url: string;
  /** Opens an address as a person, until the test ends. A test that fails says what the person saw. */
  as(person: string, address: string, width?: number): Promise<Page>;
  stop(): Promise<void>;
}

/** Of the repository, whichever project they are looked at in. */
let components: ReturnType<typeof buildComponents> | undefined;

/** @param project the org's source, where it is not the repository's: a copy with other settings */
export async function openPage(project: string = root): Promise<OpenPage> {
  const { problems } = await (components ??= buildComponents(root));
  if (problems.length > 0) throw new Error(problems.join("\n"));
  const folder = await temporaryFolder();
  const running = await runStack(folder, project);
  const page = await startStackPage(root, running.stack, {
    host: "127.0.0.1",
    port: 0,
    log: () => undefined,
  });
  const browser: Browser = await openBrowser();
  const windows = new Windows(browser);
  return {
    running,
    url: page.url,
    async as(person, address, width = 1300) {
      const opened = await windows.take(width);
      opened.context().setDefaultTimeout(PATIENCE_MS);
      const watched = watch(opened.context(), person);
      onTestFinished(async ({ task }) => {
        const errors = task.result?.errors ?? [];
        const shown = errors.length > 0 ? `\n\n${await watched.tell()}` : "";
        for (const error of errors) error.message += shown;
        watched.end();
        await (errors.length > 0 ? windows.close(opened) : windows.giveBack(opened));
      });
      const separator = address.includes("?") ? "&" : "?";
      await opened.goto(`${page.url}${address}${separator}as=${person}`);
      return opened;
    },
    async stop() {
      await browser.close();
      await page.stop();
      await running.stop();
      await removeFolder(folder);
    },
  };
}

/** Each kind of violation with what it was found on; nothing is left out. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  // It stays in a page that is drawn anew without being loaded; to read it takes as long as to run it.
  if ((await page.evaluate("typeof axe")) === "undefined")
    await page.evaluate(await readFile(axe, "utf8"));
  // Of what passes or cannot be told nobody asks; to describe it takes axe half of its time.
  const results = await page.evaluate<AxeResults>('axe.run({ resultTypes: ["violations"] })');
  return results.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`,
  );
}

/** For a person to look at, who asks for them by PAGE_PICTURES=1: coverage/pages/. No test does, and a whole page takes a second to draw. */
export async function picture(page: Page, name: string): Promise<void> {
  if (process.env["PAGE_PICTURES"] === undefined) return;
  await mkdir(PICTURES, { recursive: true });
  await page.screenshot({ path: path.join(PICTURES, `${name}.png`), fullPage: true });
}

/**
 * Chooses an entry of a list by keyboard alone, as a person does: looks where the list stands before each key. The list judges a key by
 * what it last drew, so keys faster than its frames count once; nobody types like that.
 */
export async function chooseByKeyboard(list: Locator, entry: RegExp): Promise<void> {
  const { keyboard } = list.page();
  await list.focus();
  await keyboard.press("Enter");
  const first = await activeEntry(list, null);
  for (let active = first; ;) {
    if (entry.test(active.text)) break;
    await keyboard.press("ArrowDown");
    active = await activeEntry(list, active.id);
    if (active.id === first.id) throw new Error(`No entry is like ${String(entry)}.`);
  }
  await keyboard.press("Enter");
  await expect.poll(() => list.getAttribute("aria-expanded")).toBe("false");
}

/** The entry the keyboard is on, once it is another than the one before. */
async function activeEntry(
  list: Locator,
  before: string | null,
): Promise<{ readonly id: string; readonly text: string }> {
  let id = "";
  await expect
    .poll(async () => (id = (await list.getAttribute("aria-activedescendant")) ?? ""))
    .not.toBe(before ?? "");
  return { id, text: await list.page().locator(`[id="${id}"]`).innerText() };
}
