/** `npm run lint`: every check that needs no test to run; each tool's complaints as it ends, and at the end what it all took. */
import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import path from "node:path";
import { runCommandLine } from "./command-line.ts";
import { emptyLintCache, lintCacheFolder } from "./lint/cache-folder.ts";
import { CleanChecks, type Verdict } from "./lint/clean-checks.ts";
import { parseLintCommand, USAGE } from "./lint/command.ts";
import { checks, type Check } from "./lint/parts.ts";
import { Repository } from "./lint/repository.ts";
import { sideBySide } from "./side-by-side.ts";

interface Outcome extends Verdict {
  readonly seconds: number;
}

const root = path.resolve(import.meta.dirname, "..");

await runCommandLine(parseLintCommand(process.argv.slice(2)), USAGE, async ({ parts, isCold }) => {
  if (isCold) await emptyLintCache();
  const started = performance.now();
  const caches = await lintCacheFolder();
  const clean = new CleanChecks(caches, await Repository.read(root));
  const wanted = checks(caches).filter(({ part }) => parts.includes(part));
  const outcomes = await sideBySide(wanted, availableParallelism(), async (check) =>
    (await clean.has(check)) ? { check, exitCode: 0, seconds: 0, isSilent: true } : run(check),
  );
  await clean.keep(outcomes, await Repository.read(root));
  const failed = new Set(outcomes.filter((o) => o.exitCode !== 0).map((o) => o.check.part));
  for (const part of parts) {
    const seconds = outcomes.filter((o) => o.check.part === part).map((o) => o.seconds);
    const total = seconds.reduce((sum, each) => sum + each, 0).toFixed(1);
    console.log(`${part}: ${failed.has(part) ? "FAILED" : "clean"}, ${total} s`);
  }
  console.log(`lint took ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return failed.size === 0 ? 0 : 1;
});

/** What a check says is kept until it ends, so that two at a time do not mix. */
async function run(check: Check): Promise<Outcome> {
  const started = performance.now();
  const said: Buffer[] = [];
  const exitCode = await new Promise<number>((resolve, reject) => {
    const child = spawn(check.command, check.arguments, {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
    });
    child.stdout.on("data", (chunk: Buffer) => said.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => said.push(chunk));
    child.on("error", reject);
    child.on("close", (code) => {
      process.stdout.write(Buffer.concat(said));
      resolve(code ?? 1);
    });
  });
  const seconds = (performance.now() - started) / 1000;
  return { check, exitCode, seconds, isSilent: said.length === 0 };
}
