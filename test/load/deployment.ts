/** How large the deployed Worker is, and how soon it answers. */
import { mkdtemp, readFile } from "node:fs/promises";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { complaintOf, runCommand } from "../../scripts/deploy/run-command.ts";
import type { BenchOptions } from "./bench-options.ts";
import type { Figure } from "./figure.ts";
import { startRealWorker, type Surroundings } from "./real-worker.ts";
import { customerLives } from "../traffic/customer-lives.ts";
import { signedBody } from "../traffic/signed-body.ts";
import { median } from "./statistics.ts";
import { startYardstick, type RunningWorker } from "./yardstick-worker.ts";

const MOST_BYTES = 80_000;

export async function measureDeployment(
  options: BenchOptions,
  surroundings: Surroundings,
): Promise<Figure[]> {
  const bytes = await deployedBytes(options);
  const [event] = customerLives(1, "d");
  if (event === undefined) throw new Error("There is no event to send.");
  const starts = { worker: new Array<number>(), bare: new Array<number>() };
  const answers: number[] = [];
  for (let turn = 0; turn < (options.quick ? 3 : 7); turn += 1) {
    const folder = (): Promise<string> => mkdtemp(path.join(options.folder, "start-"));
    const real = await timed(async () => startRealWorker(await folder(), surroundings));
    const { body, signature } = signedBody(JSON.stringify(event), surroundings.webhookSecret);
    answers.push(
      await firstAnswer(real.worker, "/webhook/stripe", {
        method: "POST",
        headers: { "stripe-signature": signature },
        body,
      }),
    );
    starts.worker.push(real.ms);
    const bare = await timed(async () => startYardstick("bare", await folder()));
    await firstAnswer(bare.worker, "/", {});
    starts.bare.push(bare.ms);
  }
  return [
    {
      what: "bundle as deployed, gzipped",
      value: `${(bytes / 1000).toFixed(1)} kB`,
      yardstick: `less than ${MOST_BYTES / 1000} kB`,
      isMet: bytes < MOST_BYTES,
    },
    {
      what: "workerd with the Worker, from start to ready (bundling included)",
      value: `${median(starts.worker).toFixed(0)} ms`,
      yardstick: `bare: ${median(starts.bare).toFixed(0)} ms`,
      isMet: null,
    },
    {
      what: "from ready to the first webhook's 200",
      value: `${median(answers).toFixed(0)} ms`,
      yardstick: "reads its secrets first",
      isMet: null,
    },
  ];
}

async function timed(
  start: () => Promise<RunningWorker>,
): Promise<{ readonly worker: RunningWorker; readonly ms: number }> {
  const started = performance.now();
  const worker = await start();
  return { worker, ms: performance.now() - started };
}

/** Milliseconds to the answer; the worker is stopped afterwards. */
async function firstAnswer(
  worker: RunningWorker,
  at: string,
  request: RequestInit,
): Promise<number> {
  try {
    const started = performance.now();
    const response = await fetch(`${worker.url}${at}`, request);
    if (!response.ok) throw new Error(`The first answer was ${response.status}.`);
    return performance.now() - started;
  } finally {
    await worker.stop();
  }
}

/** What wrangler uploads for production, compressed as Cloudflare counts it. */
async function deployedBytes({ projectFolder, folder }: BenchOptions): Promise<number> {
  const configuration = path.join(projectFolder, "wrangler.toml");
  const outdir = path.join(folder, "deployed");
  const built = await runCommand("wrangler", [
    ...["deploy", "--dry-run", "--config", configuration],
    ...["--env", "production", "--outdir", outdir],
  ]);
  if (built.exitCode !== 0) throw new Error(`wrangler built nothing: ${complaintOf(built)}`);
  return gzipSync(await readFile(path.join(outdir, "index.js"))).byteLength;
}
