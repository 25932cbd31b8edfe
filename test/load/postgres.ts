/** A Postgres of the measurement's own, from the binaries that are on the machine. */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { chownSync, existsSync, globSync, rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { keepPort } from "../../local/http/free-port.ts";

export interface RunningPostgres {
  /** A connection string. */
  readonly url: string;
  stop(): Promise<void>;
}

/** The folder of `initdb` and `postgres`, the newest where there are several; undefined without one. */
export function postgresBinaries(): string | undefined {
  const onPath = (process.env["PATH"] ?? "").split(path.delimiter);
  const ofPackages = globSync([
    "/usr/lib/postgresql/*/bin",
    "/opt/homebrew/opt/postgresql*/bin",
  ]).sort();
  return [...ofPackages.toReversed(), ...onPath].find(
    (folder) =>
      existsSync(path.join(folder, "initdb")) && existsSync(path.join(folder, "postgres")),
  );
}

/** With the settings Postgres ships with: a commit is on disk before it is answered. */
export async function startPostgres(binaries: string): Promise<RunningPostgres> {
  const folder = await mkdtemp(path.join(tmpdir(), "postgres-"));
  const user = unprivileged();
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  const data = path.join(folder, "data");
  const options = { ...user, cwd: folder, stdio: "ignore" } as const;
  execFileSync(
    path.join(binaries, "initdb"),
    ["-D", data, "-U", "postgres", "-A", "trust", "--no-instructions"],
    options,
  );
  const kept = await keepPort("Postgres", "127.0.0.1", 0);
  await kept.release();
  const server = spawn(
    path.join(binaries, "postgres"),
    ["-D", data, "-h", "127.0.0.1", "-p", String(kept.port), "-k", folder],
    options,
  );
  const ended = new Promise<void>((resolve) => {
    server.once("exit", () => resolve());
  });
  // Whatever ends this process, no server stays.
  const kill = (): unknown => server.kill("SIGQUIT");
  process.on("exit", kill);
  const isReady = (): boolean =>
    spawnSync(path.join(binaries, "pg_isready"), ["-q", "-h", "127.0.0.1", "-p", String(kept.port)])
      .status === 0;
  while (server.exitCode === null && !isReady()) await wait(100);
  if (server.exitCode !== null) throw new Error("Postgres did not start.");
  return {
    url: `postgres://postgres@127.0.0.1:${kept.port}/postgres`,
    async stop() {
      process.off("exit", kill);
      server.kill("SIGINT");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Postgres refuses to run as root. */
function unprivileged(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (option: string): number =>
    Number(execFileSync("id", [option, "postgres"], { encoding: "utf8" }));
  return { uid: idOf("-u"), gid: idOf("-g") };
}
