import { spawn } from "node:child_process";
import path from "node:path";

export interface CommandResult {
  /** 127 when there is no such program. */
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CommandOptions {
  /** What the program reads from its standard input: where secrets go, for arguments can be seen by every process. */
  readonly input?: string;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The person sees what the program writes, as it writes it. */
  readonly shown?: boolean;
}

/** Runs an outside program. Never rejects: a program that cannot be started is a result as well. */
export type RunCommand = (
  program: string,
  args: readonly string[],
  options?: CommandOptions,
) => Promise<CommandResult>;

const root = path.resolve(import.meta.dirname, "../..");

/** The project's own wrangler and sf serve who has none installed. */
const PATH = [process.env["PATH"] ?? "", path.join(root, "node_modules", ".bin")].join(
  path.delimiter,
);

export const runCommand: RunCommand = async (program, args, options = {}) =>
  new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: options.cwd ?? root,
      env: {
        ...process.env,
        AWS_PAGER: "",
        SF_SKIP_NEW_VERSION_CHECK: "true",
        WRANGLER_SEND_METRICS: "false",
        ...options.env,
        PATH,
      },
      stdio: ["pipe", "pipe", "pipe"],
    });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
      if (options.shown === true) process.stdout.write(text);
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
      if (options.shown === true) process.stderr.write(text);
    });
    // A program that ends before it has read its input is judged by its exit code.
    child.stdin.on("error", () => undefined);
    child.stdin.end(options.input ?? "");
    child.on("error", (error: NodeJS.ErrnoException) => {
      const missing = error.code === "ENOENT";
      const said = missing ? `${program} is not installed.` : error.message;
      resolve({ exitCode: missing ? 127 : 126, stdout, stderr: said });
    });
    child.on("close", (code) => resolve({ exitCode: code ?? 1, stdout, stderr }));
  });

/** What a program said went wrong: its last line that says anything. */
export function complaintOf({ stderr, stdout, exitCode }: CommandResult): string {
  const said = `${stdout}\n${stderr}`.split("\n").map((line) => line.trim());
  return said.findLast((line) => line !== "")?.slice(0, 300) ?? `exit code ${exitCode}`;
}
