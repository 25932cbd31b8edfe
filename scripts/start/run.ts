/** The whole product on this machine, until Ctrl-C. */
import { createWriteStream, type WriteStream } from "node:fs";
import path from "node:path";
import type { PageServer } from "../../local/page/serve/page-server.ts";
import { orgConnection } from "../../local/stack/api-clients.ts";
import { startStackPage } from "../../local/stack/page.ts";
import { assertPartHasPort } from "../../local/stack/ports-free.ts";
import type { StackSettings } from "../../local/stack/settings.ts";
import { startStack, type Stack } from "../../local/stack/stack.ts";
import { buildComponents } from "../build/components.ts";
import { stackControls } from "./controls.ts";
import { terminalLine } from "./terminal-line.ts";
import { Trace } from "./trace.ts";

const WHAT: Readonly<Record<string, string>> = {
  sqs: "AWS SQS, dead letters",
  dynamodb: "AWS DynamoDB, API budget",
  secrets: "AWS Secrets Manager",
  org: "Salesforce org, runs force-app",
  worker: "the Worker, in workerd",
  stripe: "Stripe",
  page: "Salesforce's pages: look as sales, service, finance, admin",
};

const root = path.resolve(import.meta.dirname, "../..");

/** Sets the process's exit code, where the stack does not start. */
export async function run(settings: StackSettings): Promise<void> {
  const started = performance.now();
  const quiet = new AbortController();
  const logPath = path.join(settings.dataFolder, "stack.log");
  const logFile = createWriteStream(logPath, { flags: "a" });
  let stack: Stack | null = null;
  let page: PageServer | null = null;
  const trace = new Trace();
  let isStopping = false;

  const shutDown = async (signal: string): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    console.log(`\n${signal}: stopping`);
    quiet.abort();
    await page?.stop();
    await stack?.stop();
    process.exit(0);
  };
  process.on("SIGINT", () => void shutDown("SIGINT"));
  process.on("SIGTERM", () => void shutDown("SIGTERM"));
  // A closed terminal is a Ctrl-C that nobody typed.
  process.on("SIGHUP", () => void shutDown("SIGHUP"));

  try {
    stack = await startStack(
      root,
      { ...settings, isWatched: true },
      {
        starting: (part) => console.log(`  … ${part}`),
        ready: (part, url) =>
          console.log(`  ✓ ${part.padEnd(9)} ${url.padEnd(24)} ${WHAT[part] ?? ""}`),
        log: (part, line) => {
          logFile.write(`${new Date().toISOString()} [${part}] ${line}\n`);
          if (part === "worker") trace.take(line);
          const shown = terminalLine(part, line);
          if (shown !== null && !quiet.signal.aborted) console.log(shown);
        },
      },
    );
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
    return;
  }
  // Whoever looks in the first minute sees how the relay stands, and not that it has said nothing yet.
  stack.runCron().catch((error: unknown) => logFile.write(`[worker] ${String(error)}\n`));
  page = await showPage(stack, settings, trace, logFile);
  const isEmpty = await hasNoContacts(stack);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `\nReady in ${seconds} s; what the Worker does with each event is written to ${path.relative(process.cwd(), logPath)}.\nIn a second terminal: npm run trigger -- payment_intent.succeeded${isEmpty ? "\nThe org is empty; for sample data: npm run seed, or the button on the page" : ""}`,
  );
}

/** A page that cannot be built is said, and stops nothing else. */
async function showPage(
  stack: Stack,
  { host, ports }: StackSettings,
  trace: Trace,
  logFile: WriteStream,
): Promise<PageServer | null> {
  console.log("  … page");
  try {
    await assertPartHasPort("page", host, ports.page);
    const { problems } = await buildComponents(root);
    if (problems.length > 0) throw new Error(problems.join("\n"));
    const page = await startStackPage(root, stack, {
      host,
      port: ports.page,
      controls: stackControls(stack, trace),
      log: (line) => logFile.write(`${new Date().toISOString()} [page] ${line}\n`),
    });
    console.log(`  ✓ ${"page".padEnd(9)} ${page.url.padEnd(24)} ${WHAT["page"] ?? ""}`);
    return page;
  } catch (error) {
    console.error(`  ✗ page      ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
}

async function hasNoContacts({ state, credentials }: Stack): Promise<boolean> {
  const connection = await orgConnection(state.urls.org, credentials.admin);
  return (await connection.query("SELECT COUNT() FROM Contact")).totalSize === 0;
}
