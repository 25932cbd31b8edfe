/** `npm run bench`: the figures of one run, each beside what it is held against. They are printed and kept nowhere. */
import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { runCommandLine } from "./command-line.ts";
import { measureAdmission } from "../test/load/admission.ts";
import type { BenchOptions } from "../test/load/bench-options.ts";
import { measureDeployment } from "../test/load/deployment.ts";
import { figureTable, type Figure } from "../test/load/figure.ts";
import { measureGrowth } from "../test/load/growth.ts";
import { measureLongLists } from "../test/load/long-lists.ts";
import { measureLongOutage } from "../test/load/long-outage.ts";
import { measureScaleInThread } from "../test/load/org-scale/thread.ts";
import { startSurroundings, type Surroundings } from "../test/load/real-worker.ts";
import { measureDelivery } from "../test/load/delivery.ts";

const USAGE = `Measures the product on this machine.

  npm run bench [-- options]

  --only PART,…    a  webhooks a second
                   b  Salesforce API calls for 1,000 events, in a burst and spaced
                   c  time from webhook to record, with the call budget free and 85 % used
                   d  size and start of the Worker
                   growth  an event's cost with 1,000 to 1,000,000 events stored
                   page    the page of a customer with 5,000 payments, of an account with 300 customers
                   outage  70 minutes without Salesforce, as fast as they can be had (20 minutes and more)
                   org-scale  the jobs and reports of 100,000 customers with 1,000,000 invoices in a local org (takes 15 GB of memory),
                      and what a night costs after a month of history and after eighteen (of 5,000: 90 s of CPU)
  --sync-engine FOLDER  where stripe/sync-engine is installed (this project unless said): part a measures it too
  --customers N    of org-scale, instead of 100,000 (with --quick 1,000)
  --quick          fewer rounds and events: shows that it works, not how fast
  --help

The figures mean something only while nothing else runs on the machine.`;

const PROJECT = path.resolve(import.meta.dirname, "..");
const PARTS = ["a", "b", "c", "d", "growth", "page", "outage", "org-scale"] as const;
/** Take longer than all the others: only who asks for them waits for them. */
const UNASKED = PARTS.filter((part) => part !== "outage" && part !== "org-scale");
type Part = (typeof PARTS)[number];

interface Request {
  readonly parts: readonly Part[];
  readonly syncEngineFolder: string;
  readonly quick: boolean;
  readonly customers: number;
}

type ReadRequest =
  | { readonly kind: "command"; readonly request: Request }
  | { readonly kind: "help" }
  | { readonly kind: "refused"; readonly message: string };

await runCommandLine(readRequest(process.argv.slice(2)), USAGE, ({ request }) => run(request));

function readRequest(argv: readonly string[]): ReadRequest {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        only: { type: "string" },
        "sync-engine": { type: "string", default: PROJECT },
        quick: { type: "boolean", default: false },
        customers: { type: "string" },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    if (values.help) return { kind: "help" };
    const asked = values.only?.split(",") ?? UNASKED;
    const unknown = asked.find((part) => !PARTS.some((known) => known === part));
    if (unknown !== undefined)
      return { kind: "refused", message: `There is no part "${unknown}".` };
    const parts = PARTS.filter((part) => asked.includes(part));
    const {
      quick,
      "sync-engine": syncEngineFolder,
      customers = quick ? "1000" : "100000",
    } = values;
    if (!/^[1-9]\d{2,6}$/u.test(customers))
      return { kind: "refused", message: "--customers takes a number from 100 to 9999999." };
    return {
      kind: "command",
      request: { parts, syncEngineFolder, quick, customers: Number(customers) },
    };
  } catch (error) {
    return { kind: "refused", message: error instanceof Error ? error.message : String(error) };
  }
}

async function run({ parts, syncEngineFolder, quick, customers }: Request): Promise<number> {
  const folder = await mkdtemp(path.join(tmpdir(), "bench-"));
  // Whatever ends the process, the workerd of a measurement included.
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => process.exit(130));
  const options: BenchOptions = {
    quick,
    folder,
    projectFolder: PROJECT,
    syncEngineFolder,
    tell: (line) => console.log(line),
  };
  const figures: Figure[] = [];
  if (parts.includes("a"))
    figures.push(...(await surrounded(options, (around) => measureAdmission(options, around))));
  if (parts.includes("b") || parts.includes("c"))
    figures.push(
      ...(await measureDelivery(options, {
        calls: parts.includes("b"),
        times: parts.includes("c"),
      })),
    );
  if (parts.includes("d"))
    figures.push(...(await surrounded(options, (around) => measureDeployment(options, around))));
  if (parts.includes("growth"))
    figures.push(...(await surrounded(options, (around) => measureGrowth(options, around))));
  if (parts.includes("page")) figures.push(...(await measureLongLists(options)));
  if (parts.includes("outage"))
    figures.push(...(await surrounded(options, (around) => measureLongOutage(options, around))));
  if (parts.includes("org-scale"))
    figures.push(...(await measureScaleInThread({ customers, changed: 100, tell: options.tell })));
  console.log(`\n${figureTable(figures)}`);
  return figures.some(({ isMet }) => isMet === false) ? 1 : 0;
}

async function surrounded<T>(
  { folder }: BenchOptions,
  measure: (surroundings: Surroundings) => Promise<T>,
): Promise<T> {
  const surroundings = await startSurroundings(folder);
  try {
    return await measure(surroundings);
  } finally {
    await surroundings.stop();
  }
}
