/** What people would pick instead: stripe/sync-engine, writing straight into Postgres. Nothing of it is a dependency of this project. */
import { fork } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { postgresBinaries, startPostgres } from "./postgres.ts";
import type { RunningWorker } from "./yardstick-worker.ts";

const PACKAGE = "@supabase/stripe-sync-engine";
const SERVER = path.resolve(import.meta.dirname, "yardsticks/sync-engine.js");

/** How to have it measured too. */
export const HOW_TO_GET_IT = `with Postgres on this machine (apt-get install postgresql), and \`npm install --prefix FOLDER ${PACKAGE} stripe@19\`, then --sync-engine FOLDER`;

export interface SyncEngine {
  start(webhookSecret: string): Promise<RunningWorker>;
}

/**
 * Undefined where the package or Postgres is not on disk.
 * @param folder where the package was installed
 */
export function syncEngineIn(folder: string): SyncEngine | undefined {
  const module = resolved(folder);
  const binaries = postgresBinaries();
  if (module === undefined || binaries === undefined) return undefined;
  return { start: (webhookSecret) => start(module, binaries, webhookSecret) };
}

function resolved(folder: string): string | undefined {
  try {
    return createRequire(pathToFileURL(path.join(path.resolve(folder), "any.js"))).resolve(PACKAGE);
  } catch {
    return undefined;
  }
}

async function start(
  module: string,
  binaries: string,
  webhookSecret: string,
): Promise<RunningWorker> {
  const postgres = await startPostgres(binaries);
  const server = fork(SERVER, [module, postgres.url, webhookSecret]);
  try {
    const port = await new Promise<number>((resolve, reject) => {
      server.once("message", (message) => resolve(Number(message)));
      server.once("error", reject);
      server.once("exit", () => reject(new Error("stripe/sync-engine did not start.")));
    });
    return {
      url: `http://127.0.0.1:${port}`,
      async stop() {
        server.removeAllListeners("exit").kill();
        await postgres.stop();
      },
    };
  } catch (error) {
    server.kill();
    await postgres.stop();
    throw error;
  }
}
