/** `npm run mutants`: how many small mistakes in the Apex that reads, decides and computes would be noticed. */
import path from "node:path";
import { CACHE_FOLDER } from "../local/org/src/cache-folder.ts";
import { runCommandLine } from "./command-line.ts";
import { parseMutantsCommand, USAGE, type MutantsRequest } from "./mutants/command.ts";
import { mutantsOf, type Mutant } from "./mutants/draw.ts";
import { Judge } from "./mutants/judge.ts";
import { subjectsIn } from "./mutants/subjects.ts";

const ROOT = path.resolve(import.meta.dirname, "..");
const CACHE = path.join(ROOT, "node_modules", ".cache");

await runCommandLine(parseMutantsCommand(process.argv.slice(2)), USAGE, ({ request }) =>
  Promise.resolve(run(request)),
);

function run({ count, seed, classes, atLeast }: MutantsRequest): number {
  console.log(`--seed ${seed}`);
  const judge = new Judge({
    root: ROOT,
    cacheFolder: CACHE_FOLDER,
    reachFolder: path.join(CACHE, "mutants"),
    onTest: (done, all) => {
      if (done % 10 === 0 || done === all) console.log(`finding what tests run: ${done} of ${all}`);
    },
  });
  const subjects = subjectsIn(judge.sources, classes);
  const survivors: Mutant[] = [];
  let tried = 0;
  for (const mutant of mutantsOf(subjects, seed)) {
    if (tried === count) break;
    const verdict = judge.judge(mutant.name, mutant.mutation);
    if (verdict.kind === "impossible") continue;
    tried += 1;
    if (verdict.kind === "survived") survivors.push(mutant);
    const outcome =
      verdict.kind === "killed"
        ? `noticed by ${verdict.by}`
        : `NOT NOTICED by ${verdict.asked} tests`;
    console.log(`${String(tried).padStart(4)}  ${described(mutant)}: ${outcome}`);
  }
  return report(tried, survivors, atLeast);
}

function described({ file, mutation: { kind, line, from, to } }: Mutant): string {
  const short = (text: string): string => text.replaceAll(/\s+/g, " ").slice(0, 60);
  return `${path.basename(file)}:${line} ${kind} ${short(from)} → ${short(to)}`;
}

function report(tried: number, survivors: readonly Mutant[], atLeast: number): number {
  const percent = tried === 0 ? 100 : (100 * (tried - survivors.length)) / tried;
  console.log(`\n${tried - survivors.length} of ${tried} noticed (${percent.toFixed(1)} %).`);
  for (const survivor of survivors) console.log(`not noticed: ${described(survivor)}`);
  if (percent >= atLeast) return 0;
  console.log(`That is less than ${atLeast} %.`);
  return 1;
}
