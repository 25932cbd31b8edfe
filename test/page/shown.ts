/** What a person's browser shows and was refused: why a story waits in vain is seen there, and nowhere else. */
import type {
  BrowserContext,
  ConsoleMessage,
  Page,
  Request,
  Response,
  WebError,
} from "playwright-core";

/** Enough to see where the page stands. */
const MOST_CHARACTERS = 3_000;
const MOST_LINES = 20;
/** A page that hangs says nothing any more. */
const PATIENCE_MS = 5_000;

export interface Watched {
  /** In words what each page shows, and what went wrong in it since. */
  tell(): Promise<string>;
  /** Watches no longer. */
  end(): void;
}

export function watch(context: BrowserContext, person: string): Watched {
  const wrong: string[] = [];
  const open = new Map<unknown, string>();
  const onWebError = (error: WebError): void => {
    wrong.push(`error: ${error.error().message}`);
  };
  const onConsole = (message: ConsoleMessage): void => {
    // What was refused is told below, with its address.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource"))
      wrong.push(`console: ${message.text()}`);
  };
  const onRequest = (request: Request): void => {
    open.set(request, `${request.method()} ${request.url()}`);
  };
  const onFinished = (request: Request): void => {
    open.delete(request);
  };
  const onFailed = (request: Request): void => {
    open.delete(request);
    wrong.push(`${request.method()} ${request.url()}: ${request.failure()?.errorText ?? "failed"}`);
  };
  const onResponse = (response: Response): void => {
    if (response.status() >= 400)
      wrong.push(`${response.request().method()} ${response.url()}: ${response.status()}`);
  };
  context
    .on("weberror", onWebError)
    .on("console", onConsole)
    .on("request", onRequest)
    .on("requestfinished", onFinished)
    .on("requestfailed", onFailed)
    .on("response", onResponse);

  return {
    async tell() {
      const pages = await Promise.all(context.pages().map(shownBy));
      return [
        ...pages.map((shown) => `As ${person}, ${shown}`),
        ...listed("What went wrong there", wrong),
        ...listed("Requests without an answer", [...open.values()]),
      ].join("\n");
    },
    end() {
      context
        .off("weberror", onWebError)
        .off("console", onConsole)
        .off("request", onRequest)
        .off("requestfinished", onFinished)
        .off("requestfailed", onFailed)
        .off("response", onResponse);
    },
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
