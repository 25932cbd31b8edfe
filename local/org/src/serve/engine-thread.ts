/** The engine's thread: opens the org it is sent, answers requests one at a time, and works off what they leave behind. */
import { parentPort, workerData } from "node:worker_threads";
import { compiledAnew, LastProject } from "./last-project.ts";
import type { EngineThreadData, FromEngine, ToEngine } from "./messages.ts";
import { openServedOrg, type ServedOrg } from "./served-org.ts";

if (parentPort === null) throw new Error("This module runs in a thread of its own.");
const port = parentPort;
// Only engine-threads.ts starts this thread.
const { isKept } = workerData as EngineThreadData;

const reply = (message: FromEngine): void => port.postMessage(message);
const last = new LastProject();
let served: ServedOrg | null = null;

port.on("message", (message: ToEngine) => {
  switch (message.kind) {
    case "open":
      served = openServedOrg(
        message,
        isKept ? (options) => last.workOn(options) : compiledAnew,
        reply,
      );
      return;
    case "request":
      served?.answer(message.id, message.request);
      return;
    case "stop":
      served?.stop();
      served = null;
      reply({ kind: "stopped" });
      return;
    case "end":
      port.close();
      return;
  }
});
