/** For tests: a thread of a test run that ends in the second method of the class it took, as one does that runs out of memory. */
import { parentPort } from "node:worker_threads";
import type { FromThread, ToThread } from "../test-threads/messages.ts";

const say = (message: FromThread): void => parentPort?.postMessage(message);

parentPort?.once("message", ({ names, next }: ToThread) => {
  const place = Atomics.add(next, 0, 1);
  say({ kind: "began", place });
  say({
    kind: "outcome",
    outcome: {
      class: names[place] ?? "",
      method: "first",
      outcome: "pass",
      message: null,
      stackTrace: null,
      ms: 1,
    },
  });
  throw new Error("no memory is left");
});
