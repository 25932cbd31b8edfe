/** The processor time of a command's processes: of those too that nobody waits for, as a browser's own. */
import { readdirSync, readFileSync } from "node:fs";

export interface ProcessState {
  readonly pid: number;
  readonly parent: number;
  /** Ticks since the machine's start; a number that is used again is of another moment. */
  readonly started: number;
  /** Seconds of processor time, without its children's. */
  readonly cpuSeconds: number;
}

/** Linux counts in hundredths for its users, whatever its clock. */
const TICKS_A_SECOND = 100;

/** A process and all it started. Sampled: what a process had between the last sample and its end is missing. */
export class ProcessTree {
  readonly #root: number;
  readonly #processes = new Map<number, ProcessState>();
  /** CPU seconds of those that have ended. */
  #ended = 0;

  constructor(root: number) {
    this.#root = root;
  }

  /**
   * A process once seen in the tree stays in it, when its parent has ended too.
   * @param seen all processes of the machine
   */
  update(seen: readonly ProcessState[]): void {
    const there = new Map(seen.map((each) => [each.pid, each]));
    for (const [pid, known] of this.#processes) {
      if (there.get(pid)?.started === known.started) continue;
      this.#ended += known.cpuSeconds;
      this.#processes.delete(pid);
    }
    // A parent is older than its children, and numbers begin anew: until no more are found.
    for (let found = -1; found !== this.#processes.size;) {
      found = this.#processes.size;
      for (const each of seen)
        if (this.#has(each.pid) || this.#has(each.parent)) this.#processes.set(each.pid, each);
    }
  }

  get cpuSeconds(): number {
    return [...this.#processes.values()].reduce((sum, each) => sum + each.cpuSeconds, this.#ended);
  }

  #has(pid: number): boolean {
    return pid === this.#root || this.#processes.has(pid);
  }
}

/** @returns nothing where there is no /proc */
export function processStates(): ProcessState[] {
  try {
    return readdirSync("/proc").flatMap((name) => (/^\d+$/.test(name) ? stateOf(name) : []));
  } catch {
    return [];
  }
}

function stateOf(pid: string): ProcessState[] {
  try {
    return [processState(readFileSync(`/proc/${pid}/stat`, "utf8"))];
  } catch {
    // It ended meanwhile.
    return [];
  }
}

/** @param stat such as "12 (node) S 1 12 …", as proc(5) has it: the name may have spaces and brackets */
export function processState(stat: string): ProcessState {
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  // The first of them is the third of proc(5).
  const field = (number: number): number => Number(fields[number - 3]);
  return {
    pid: Number.parseInt(stat, 10),
    parent: field(4),
    started: field(22),
    cpuSeconds: (field(14) + field(15)) / TICKS_A_SECOND,
  };
}
