/** `npm start` as a person meets it: what it says, and what it leaves behind. */
import { spawn, type ChildProcess } from "node:child_process";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { createServer, type AddressInfo, type Server } from "node:net";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { PARTS } from "../../local/stack/settings.ts";
import { copyProject } from "../../local/stack/testing/copied-project.ts";
import { eventually, removeFolder, runStack, temporaryFolder } from "./running-stack.ts";

const root = path.resolve(import.meta.dirname, "../..");

/** A stack starts in seconds; on a busy machine, with all of it to be compiled, in minutes. */
const LONGEST_START_SECONDS = 270;

let folder: string;
const runs: Run[] = [];

beforeEach(async () => {
  folder = await temporaryFolder();
});

afterEach(async () => {
  // One that a test gave up on still runs.
  for (const run of runs.splice(0)) {
    run.process.kill("SIGINT");
    await run.finished();
  }
  await removeFolder(folder);
});

interface Finished {
  readonly exitCode: number | null;
  readonly output: string;
}

class Run {
  readonly process: ChildProcess;
  output = "";
  readonly #exited: Promise<number | null>;

  constructor(script: string, arguments_: readonly string[]) {
    this.process = spawn(process.execPath, [path.join(root, script), ...arguments_], { cwd: root });
    const keep = (chunk: Buffer): void => {
      this.output += chunk.toString();
    };
    this.process.stdout?.on("data", keep);
    this.process.stderr?.on("data", keep);
    this.#exited = new Promise((resolve) => this.process.once("exit", resolve));
    runs.push(this);
  }

  async finished(): Promise<Finished> {
    return { exitCode: await this.#exited, output: this.output };
  }
}

/** Ports nobody uses right now, one a part, as options of `npm start`. */
async function portOptions(): Promise<string[]> {
  const servers = await Promise.all(PARTS.map(() => occupy()));
  const options = servers.flatMap(({ port }, index) => [
    `--${PARTS[index] ?? ""}-port`,
    String(port),
  ]);
  await Promise.all(servers.map(({ server }) => new Promise((resolve) => server.close(resolve))));
  return options;
}

async function occupy(): Promise<{ server: Server; port: number }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A listening TCP server has such an address.
  return { server, port: (server.address() as AddressInfo).port };
}

async function descendants(pid: number): Promise<number[]> {
  const found: number[] = [];
  for (const entry of await readdir("/proc")) {
    if (!/^\d+$/.test(entry)) continue;
    const stat = await readFile(`/proc/${entry}/stat`, "utf8").catch(() => "");
    const parent = Number(/\) \S (\d+)/.exec(stat)?.[1]);
    if (parent === pid) found.push(Number(entry), ...(await descendants(Number(entry))));
  }
  return found;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe("npm start", () => {
  it("tells each part's URL, what to do next, and leaves no process after Ctrl-C", async () => {
    const run = new Run("scripts/start.ts", ["--data", folder, ...(await portOptions())]);
    await eventually(
      "the last line",
      async () => (/Ready in/.test(run.output) ? true : null),
      LONGEST_START_SECONDS,
    );
    const children = await descendants(run.process.pid ?? 0);

    run.process.kill("SIGINT");
    const { exitCode, output } = await run.finished();

    for (const part of PARTS)
      expect(output).toMatch(new RegExp(`✓ ${part} +http://127\\.0\\.0\\.1:\\d+`));
    expect(output).toContain("npm run trigger -- payment_intent.succeeded");
    expect(exitCode).toBe(0);
    expect(children.length).toBeGreaterThan(0);
    expect(children.filter(isAlive)).toEqual([]);
  }, 300_000);

  it("names a taken port in a sentence and ends with 1", async () => {
    const { server, port } = await occupy();
    try {
      const options = await portOptions();
      const run = new Run("scripts/start.ts", [
        "--data",
        folder,
        ...options,
        "--stripe-port",
        String(port),
      ]);

      const { exitCode, output } = await run.finished();

      expect(exitCode).toBe(1);
      expect(output).toMatch(new RegExp(`[A-Z][^\\n]*\\b${port}\\b[^\\n]*\\.`));
      expect(output).toContain("--stripe-port N");
      expect(output).not.toMatch(/ {4}at /);
    } finally {
      server.close();
    }
  });

  it("leaves a folder to the stack that has it, and says so in a sentence", async () => {
    const other = new Run("scripts/start.ts", ["--data", folder, ...(await portOptions())]);
    await eventually(
      "its claim",
      async () => ((await readdir(folder)).includes("stack.pid") ? true : null),
      LONGEST_START_SECONDS,
    );

    const run = new Run("scripts/start.ts", ["--data", folder, ...(await portOptions())]);
    const { exitCode, output } = await run.finished();

    expect(exitCode).toBe(1);
    expect(output).toContain(`A stack uses ${folder} already (process ${other.process.pid})`);
    expect(output).not.toMatch(/ {4}at /);
  }, 300_000);

  it("refuses an option it does not know, with the ones it does", async () => {
    const { exitCode, output } = await new Run("scripts/start.ts", ["--prot", "1"]).finished();

    expect(exitCode).toBe(2);
    expect(output).toContain("--worker-port");
  });
});

describe("Apex with two errors", () => {
  async function brokenProject(): Promise<string> {
    const project = await copyProject(path.join(folder, "project"));
    const classes = path.join(project, "force-app/main/default/classes/broken");
    await mkdir(classes);
    await writeFile(
      path.join(classes, "Broken.cls"),
      [
        "public class Broken {",
        "  Integer one() {",
        "    return missing;",
        "  }",
        "  String two() {",
        "    Integer i = 'x';",
        "    return null;",
        "  }",
        "}",
      ].join("\n"),
    );
    return project;
  }

  it("is refused with file, line and column of both, and exit code 1", async () => {
    const project = await brokenProject();

    const { exitCode, output } = await new Run("local/org/bin/org.ts", [
      "serve",
      "--project",
      project,
      "--port",
      "0",
    ]).finished();

    expect(exitCode).toBe(1);
    expect(output).toMatch(/Broken\.cls:3:12: Variable does not exist: missing/);
    expect(output).toMatch(/Broken\.cls:6:\d+: Illegal assignment from String to Integer/);
  });

  it("leaves no half-started stack", async () => {
    const project = await brokenProject();

    await expect(runStack(path.join(folder, "data"), project)).rejects.toThrow(/Broken\.cls:3:12/);

    expect(await readdir(path.join(folder, "data"))).not.toContain("stack.json");
  });
});
