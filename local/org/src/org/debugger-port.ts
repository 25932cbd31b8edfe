/** Where a JavaScript debugger finds the Apex that this thread runs. */
import inspector from "node:inspector";

export interface DebuggerPort {
  /** 0 takes any. */
  readonly port: number;
  /** Whether nothing goes on until a debugger is there. */
  readonly isAwaited: boolean;
  /** Whether it then stops before anything else runs. */
  readonly stopsFirst: boolean;
}

/** Opens the port. Node itself says where it listens. */
export function openDebuggerPort({ port, isAwaited, stopsFirst }: DebuggerPort): void {
  inspector.open(port, "127.0.0.1", isAwaited);
  // eslint-disable-next-line no-debugger -- this is what was asked for
  if (stopsFirst) debugger;
}

/** Lets whoever is attached go: a thread does not end while a debugger is there. */
export function closeDebuggerPort(): void {
  inspector.close();
}
