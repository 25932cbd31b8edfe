/** A stack of its own with its page and a browser, for whoever takes pictures or measures; nothing of it is left behind. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Connection } from "jsforce";
import type { Browser } from "playwright-core";
import type Stripe from "stripe";
import { orgConnection, stripeClient } from "../../local/stack/api-clients.ts";
import { startStackPage } from "../../local/stack/page.ts";
import { PARTS, type Part } from "../../local/stack/settings.ts";
import { startStack } from "../../local/stack/stack.ts";
import { buildComponents } from "../build/components.ts";
import { openBrowser } from "../../test/page/chromium.ts";

export interface PageStage {
  readonly browser: Browser;
  readonly pageUrl: string;
  readonly stripe: Stripe;
  /** As the org's administrator. */
  readonly connection: Connection;
  close(): Promise<void>;
}

const HOST = "127.0.0.1";

/** @param tell hears which part is about to start @throws Error when there is no browser, or a component does not compile */
export async function openPageStage(
  root: string,
  tell: (part: string) => void,
): Promise<PageStage> {
  const { problems } = await buildComponents(root);
  if (problems.length > 0) throw new Error(problems.join("\n"));
  const closing: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (const each of closing.splice(0).reverse()) await each();
  };
  try {
    const dataFolder = await mkdtemp(path.join(tmpdir(), "page-"));
    closing.push(() => rm(dataFolder, { recursive: true, force: true, maxRetries: 5 }));
    const browser = await openBrowser();
    closing.push(() => browser.close());
    // Object.fromEntries forgets which keys it was given.
    const ports = Object.fromEntries(PARTS.map((part) => [part, 0])) as Record<Part, number>;
    const settings = { host: HOST, ports, dataFolder };
    const events = { starting: tell, ready: () => undefined, log: () => undefined };
    const stack = await startStack(root, settings, events);
    closing.push(() => stack.stop());
    await stack.runCron();
    const page = await startStackPage(root, stack, { host: HOST, port: 0, log: () => undefined });
    closing.push(() => page.stop());
    const { state, credentials } = stack;
    return {
      browser,
      pageUrl: page.url,
      stripe: stripeClient(state.urls.stripe, credentials.stripeKey),
      connection: await orgConnection(state.urls.org, credentials.admin),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
