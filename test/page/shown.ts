/** What a person's browser shows and was refused: why a story waits in vain is seen there, and nowhere else. */
import type { BrowserContext, Page } from "playwright-core";

/** Enough to see where the page stands. */
const MOST_CHARACTERS = 3_000;
const MOST_LINES = 20;
/** A page that hangs says nothing any more. */
const PATIENCE_MS = 5_000;

/** @returns tells, when it is asked, in words what each page shows, and what went wrong in it since it was opened */
export function watch(context: BrowserContext, person: string): () => Promise<string> {
  const wrong: string[] = [];
  context.on("weberror", (error) => wrong.push(`error: ${error.error().message}`));
  context.on("console", (message) => {
    // What was refused is told below, with its address.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource"))
      wrong.push(`console: ${message.text()}`);
  });
  context.on("requestfailed", (request) =>
    wrong.push(`${request.method()} ${request.url()}: ${request.failure()?.errorText ?? "failed"}`),
  );
  context.on("response", (response) => {
    if (response.status() >= 400)
      wrong.push(`${response.request().method()} ${response.url()}: ${response.status()}`);
  });
  const open = new Map<unknown, string>();
  context.on("request", (request) => open.set(request, `${request.method()} ${request.url()}`));
  context.on("requestfinished", (request) => open.delete(request));
  context.on("requestfailed", (request) => open.delete(request));

  return async () => {
    const pages = await Promise.all(context.pages().map(shownBy));
    return [
      ...pages.map((shown) => `As ${person}, ${shown}`),
      ...listed("What went wrong there", wrong),
      ...listed("Requests without an answer", [...open.values()]),
    ].join("\n");
  };
}

async function shownBy(page: Page): Promise<string> {
  const text = await page
    .locator("body")
    .innerText({ timeout: PATIENCE_MS })
    .catch((error: unknown) => String(error));
  const words = text.replaceAll(/\s*\n\s*/g, "\n").trim();
  const shown = words.length > MOST_CHARACTERS ? `${words.slice(0, MOST_CHARACTERS)} …` : words;
  return `${page.url()} shows:\n${shown === "" ? "(nothing)" : shown}`;
}

function listed(heading: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  return [`${heading}:`, ...lines.slice(-MOST_LINES).map((line) => `  ${line}`)];
}
