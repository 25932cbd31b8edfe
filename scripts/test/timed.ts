import { spawn } from "node:child_process";
import type { Readable } from "node:stream";
import { ProcessTree, processStates } from "./process-tree.ts";

export interface Timed {
  readonly exitCode: number;
  readonly cpuSeconds: number;
}

/**
 * Node tells no child's processor time, a shell does: `times` writes its own in one line and that of what it waited for in the next. Windows has
 * no such shell, and no count.
 */
const RUN = '"$@" 3>&-; code=$?; times >&3; exit $code';

const UPDATE_MS = 2_000;

/** @param say takes what it says as it says it, on either stream */
export async function runTimed(
  folder: string,
  commandLine: readonly [string, ...string[]],
  say: (chunk: Buffer) => void,
): Promise<Timed> {
  return new Promise((resolve, reject) => {
    const [program, ...words]: readonly [string, ...string[]] =
      process.platform === "win32" ? commandLine : ["sh", "-c", RUN, "sh", ...commandLine];
    const child = spawn(program, words, {
      cwd: folder,
      stdio: ["ignore", "pipe", "pipe", "pipe"],
    });
    for (const said of [child.stdout, child.stderr]) said?.on("data", say);
    const tree = new ProcessTree(child.pid ?? 0);
    const updates = setInterval(() => {
      tree.update(processStates());
    }, UPDATE_MS);
    let times = "";
    // What is opened with "pipe" is a stream.
    const written = child.stdio[3] as Readable;
    written.setEncoding("utf8").on("data", (text: string) => (times += text));
    child.on("error", (error) => {
      clearInterval(updates);
      reject(error);
    });
    child.on("close", (code) => {
      clearInterval(updates);
      // Each leaves out something: what nobody waited for, what was soon over.
      const cpuSeconds = Math.max(cpuSecondsIn(times), tree.cpuSeconds);
      resolve({ exitCode: code ?? 1, cpuSeconds });
    });
  });
}

/** @param times such as "0m0.00s 0m0.01s\n1m2.50s 0m3.25s\n"; 0 where there is no second line */
export function cpuSecondsIn(times: string): number {
  const [, ofChildren = ""] = times.split("\n");
  return [...ofChildren.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
    0,
  );
}
