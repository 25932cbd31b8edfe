/** A further thread of a test run, with an org of its own: reads the metadata while the project compiles, then takes class after class. */
import { parentPort, workerData } from "node:worker_threads";
import { runTestClass } from "../../apex-tests/run-tests.ts";
import { compiledElsewhere } from "../../compile/compile-project.ts";
import { openLocalOrg } from "../../open-local-org.ts";
import type { FromThread, ThreadData, ToThread } from "./messages.ts";
import { takeClasses } from "./take-classes.ts";

if (parentPort === null) throw new Error("This module runs in a thread of its own.");
const port = parentPort;
const say = (message: FromThread): void => port.postMessage(message);
// Only TestThreads starts this thread.
const { options } = workerData as ThreadData;
const projectWith = compiledElsewhere(options);

port.once("message", ({ units, names, next }: ToThread) => {
  const project = projectWith(units);
  const { org, engine } = openLocalOrg(project, { log: (line) => say({ kind: "log", line }) });
  const environment = {
    engine,
    runner: org.runner,
    user: org.administrator,
    heard: (outcome) => say({ kind: "outcome", outcome }),
  } satisfies Parameters<typeof runTestClass>[0];
  for (const { place, testClass } of takeClasses(project, names, next)) {
    say({ kind: "began", place });
    runTestClass(environment, testClass);
    say({ kind: "ran", lines: engine.takeRun() });
  }
  port.close();
});
