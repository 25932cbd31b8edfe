/** `npm run chaos`: thousands of events while parts of the local stack die, hang and refuse; then every event is counted. */
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { runCommandLine } from "./command-line.ts";
import { runChaos } from "../test/chaos/run.ts";
import { reportText } from "../test/chaos/table.ts";
import { isPassed } from "../test/chaos/verdict.ts";

const USAGE = `Delivers events to a stack of its own while things go wrong in it, and checks that none is lost, doubled or misplaced.

  npm run chaos [-- options]

  --seed N      draws the events, their order and the faults; the same again with the same seed (default: a new one)
  --events N    how many (default 10000)
  --keep        leaves the data folder, with the parts' log in it
  --help`;

const LENGTHS = {
  orgUnavailable: 60,
  rightTakenAway: 60,
  secretMalformed: 20,
  quotaExhausted: 20,
  dynamoDbGone: 20,
};
const LARGEST_SEED = 2 ** 31;

interface Request {
  readonly seed: number;
  readonly events: number;
  readonly keep: boolean;
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
        seed: { type: "string" },
        events: { type: "string", default: "10000" },
        keep: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    if (values.help) return { kind: "help" };
    const seed = Number(values.seed ?? Math.floor(Math.random() * LARGEST_SEED));
    const events = Number(values.events);
    if (!Number.isInteger(seed) || seed < 0)
      return { kind: "refused", message: "--seed must be a whole number." };
    if (!Number.isInteger(events) || events < 100)
      return { kind: "refused", message: "--events must be a whole number from 100." };
    return { kind: "command", request: { seed, events, keep: values.keep } };
  } catch (error) {
    return { kind: "refused", message: error instanceof Error ? error.message : String(error) };
  }
}

async function run({ seed, events, keep }: Request): Promise<number> {
  const stopped = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => stopped.abort());
  }
  const folder = await mkdtemp(path.join(tmpdir(), "chaos-"));
  const log = createWriteStream(path.join(folder, "parts.log"));
  console.log(`seed ${seed}, ${events} events`);
  try {
    const report = await runChaos({
      seed,
      events,
      lengths: LENGTHS,
      limitProbeSeconds: 10,
      requeueSeconds: 15,
      projectFolder: path.resolve(import.meta.dirname, ".."),
      dataFolder: path.join(folder, "data"),
      signal: stopped.signal,
      tell: (line) => console.log(line),
      log: (line) => log.write(`${line}\n`),
    });
    console.log(reportText(report, seed));
    const isGood = report.checks.every(isPassed);
    console.log(isGood ? "\nNothing lost, nothing twice." : `\nWRONG. Again: --seed ${seed}`);
    return isGood ? 0 : 1;
  } catch (error) {
    if (!stopped.signal.aborted) throw error;
    console.error("Stopped.");
    return 130;
  } finally {
    await new Promise((resolve) => log.end(resolve));
    if (keep) console.log(`Data and log: ${folder}`);
    else await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
