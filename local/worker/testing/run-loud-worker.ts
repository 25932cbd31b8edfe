/** A process of its own, for a thread that is blocked cannot tell that it is: asks the loud Worker some times while its cron runs all the time. */
import path from "node:path";
import { startLocalWorker } from "../start.ts";

const [dataFolder = ""] = process.argv.slice(2);
const worker = await startLocalWorker({
  main: path.join(import.meta.dirname, "loud-worker.js"),
  port: 0,
  host: "127.0.0.1",
  dataFolder,
  bindings: {},
  cronMs: 1,
  log: () => undefined,
});
for (let round = 0; round < 2; round += 1) {
  const answers = await Promise.all(Array.from({ length: 4 }, () => fetch(worker.url)));
  for (const answer of answers) await answer.text();
}
await worker.stop();
console.log("said it all");
