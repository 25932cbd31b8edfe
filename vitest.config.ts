import { defineConfig } from "vitest/config";

/**
 * Node runs these as it runs our commands: the TypeScript as it stands, by its own `import`. Brought through Vite it takes half as long again to
 * load, and runs at half the speed, for there each use of what a module imports is a look-up.
 */
const BY_NODE = { viteModuleRunner: false, nodeLoader: false };

/** MB. An org makes much that is gone at once: with room for it, a tenth less CPU goes into looking for what stays. */
const ROOM = ["--max-semi-space-size=64"];

const OTHERS = ["node", "e2e", "customer", "page", "chaos"];
const asked = process.argv.flatMap((word, index) =>
  word === "--project"
    ? (process.argv[index + 1] ?? [])
    : (/^--project=(.*)/.exec(word)?.[1] ?? []),
);
/** The Worker's project loads its runtime and wrangler, a second of each start: not where other projects alone are asked for. */
const isWorkerAsked = asked.length === 0 || asked.some((name) => !OTHERS.includes(name));

/** Unit tests stand beside their code. The Worker's run inside workerd, everything else in Node. */
export default defineConfig({
  test: {
    // The Worker logs every step; only a failing test's lines are worth reading.
    silent: "passed-only",
    projects: [
      ...(isWorkerAsked ? ["worker/vitest.config.ts"] : []),
      {
        test: {
          name: "node",
          environment: "node",
          experimental: BY_NODE,
          execArgv: ROOM,
          include: ["local/**/*.test.ts", "scripts/**/*.test.ts"],
          setupFiles: ["local/org/src/schema/fixture/remove-projects.ts"],
          // Properties take seconds on a busy machine; how long is no test's subject.
          testTimeout: 30_000,
          expect: { poll: { timeout: 20_000 } },
          exclude: ["**/node_modules/**"],
          // The local org's compiler and schema are loaded once, not for each of 250 files. A test that changes what the process shares puts it back.
          isolate: false,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "e2e",
          environment: "node",
          experimental: BY_NODE,
          execArgv: ROOM,
          include: ["test/e2e/**/*.test.ts"],
          // Two stacks at a time, each with ports and a folder of its own: a file waits as long as it works, for a webhook or a job that is due.
          maxWorkers: 2,
          // A stack's own modules and the packages it is made of take longer to load than most of these files take to run.
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: "customer",
          environment: "node",
          experimental: BY_NODE,
          execArgv: ROOM,
          include: ["test/customer/**/*.test.ts"],
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: "page",
          environment: "node",
          experimental: BY_NODE,
          execArgv: ROOM,
          include: ["test/page/**/*.test.ts"],
          fileParallelism: false,
          isolate: false,
          testTimeout: 300_000,
          hookTimeout: 600_000,
          // As patient as a locator: where the keyboard is, a loaded machine tells no sooner than what a page shows.
          expect: { poll: { timeout: 120_000 } },
        },
      },
      {
        test: {
          name: "chaos",
          environment: "node",
          experimental: BY_NODE,
          execArgv: ROOM,
          include: ["test/{chaos,load,traffic}/**/*.test.ts"],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
