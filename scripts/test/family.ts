/** What a command's processes have had of the processor: those too that nobody waits for, as a browser's own processes. */
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

/** Looked at now and then: what a process had between the last look and its end is missing. */
export class Family {
  readonly #founder: number;
  readonly #members = new Map<number, ProcessState>();
  /** Of members that are gone. */
  #gone = 0;

  constructor(founder: number) {
    this.#founder = founder;
  }

  /** Who was once seen to belong to it stays of it, without a parent too. */
  look(processes: readonly ProcessState[]): void {
    const there = new Map(processes.map((each) => [each.pid, each]));
    for (const [pid, member] of this.#members) {
      if (there.get(pid)?.started === member.started) continue;
      this.#gone += member.cpuSeconds;
      this.#members.delete(pid);
    }
    // A parent is older than its children, and numbers begin anew: as long as somebody is found.
    for (let found = -1; found !== this.#members.size;) {
      found = this.#members.size;
      for (const each of processes)
        if (this.#isOfIt(each.pid) || this.#isOfIt(each.parent)) this.#members.set(each.pid, each);
    }
  }

  get cpuSeconds(): number {
    return [...this.#members.values()].reduce((sum, each) => sum + each.cpuSeconds, this.#gone);
  }

  #isOfIt(pid: number): boolean {
    return pid === this.#founder || this.#members.has(pid);
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
