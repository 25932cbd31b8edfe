/** A command that waits for a debugger, with the debugger that came. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { DebuggerSession } from "./debugger-session.ts";

export interface Inspected {
  readonly child: ChildProcess;
  readonly session: DebuggerSession;
  /** All that was said until now. */
  readonly said: () => string;
  readonly ended: Promise<{ readonly code: number | null; readonly out: string }>;
}

/** @param command a program and its arguments, `--inspect` or `--inspect-brk` among them; @throws what it said, where it ends without listening */
export async function inspected(
  [program, ...args]: readonly [string, ...string[]],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<Inspected> {
  const child = spawn(program, [...args, "--inspect-port", "0"], {
    ...options,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let out = "";
  child.stdout.on("data", (chunk) => (out += String(chunk)));
  let told = "";
  const url = await new Promise<string>((resolve, reject) => {
    child.stderr.on("data", (chunk) => {
      told += String(chunk);
      const found = /ws:\/\/\S+/u.exec(told)?.[0];
      if (found !== undefined) resolve(found);
    });
    child.once("exit", () => reject(new Error(told)));
  });
  const ended = once(child, "exit").then(([code]) => ({ code: code as number | null, out }));
  const session = await DebuggerSession.connect(url);
  return { child, session, said: () => out + told, ended };
}
