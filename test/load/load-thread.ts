/** The load client in a thread of its own, so that what serves the Worker in the main thread does not slow it down, nor it that. */
import { parentPort, Worker, workerData } from "node:worker_threads";
import { runLoad, type Load, type LoadResult } from "./keep-alive-client.ts";

/** Resolves with the measurement. */
export function loadInThread(load: Load): Promise<LoadResult> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL(import.meta.url), { workerData: { load } });
    thread.once("message", (result: LoadResult) => resolve(result));
    thread.once("error", reject);
  });
}

if (parentPort !== null) {
  // Written by loadInThread above; Buffers arrive as plain bytes.
  const { load } = workerData as { load: Load };
  const requests = load.requests.map((bytes) => Buffer.from(bytes));
  parentPort.postMessage(await runLoad({ ...load, requests }));
}
