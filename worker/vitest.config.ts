import { existsSync, statfsSync } from "node:fs";

import { cloudflareTest } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

/** wrangler takes the secrets that wrangler.toml requires from the environment: never a developer's own. */
const AWS_KEY = { AWS_ACCESS_KEY_ID: "AKIATEST", AWS_SECRET_ACCESS_KEY: "test-secret-access-key" };
Object.assign(process.env, AWS_KEY);

/**
 * Objects sync each commit to disk, and that is what most of these tests wait for: they store where a file system is in memory and has room. No
 * test is about what outlives the machine.
 */
const IN_MEMORY = "/dev/shm";
const ROOM_BYTES = 2 ** 30;
if (existsSync(IN_MEMORY)) {
  const { bavail, bsize } = statfsSync(IN_MEMORY);
  if (bavail * bsize > ROOM_BYTES) process.env["TMPDIR"] = IN_MEMORY;
}

/** The Worker's tests run inside workerd, configured by the same wrangler.toml that deploys it. */
export default defineConfig({
  plugins: [
    cloudflareTest({
      wrangler: { configPath: "../wrangler.toml" },
      miniflare: {
        bindings: {
          ...AWS_KEY,
          SALESFORCE_LOGIN_URL: "https://login.salesforce.test",
          ADMISSION_SHARDS: "4",
        },
        // Tests replace fetch; whatever gets past them must not reach the network.
        outboundService: (request: { readonly url: string }) => {
          throw new Error(`A test called ${request.url}`);
        },
      },
    }),
  ],
  test: {
    name: "worker",
    include: ["**/*.test.ts"],
    silent: "passed-only",
    // One runtime for all files.
    isolate: false,
    maxWorkers: 1,
    setupFiles: ["testing/shared-runtime.ts"],
    // Properties over a thousand inputs take seconds on a busy machine; how long is no test's subject.
    testTimeout: 60_000,
    coverage: {
      // V8 tells nothing from inside workerd.
      provider: "istanbul",
      include: ["**/*.ts"],
      exclude: ["**/*.test.ts", "testing/**", "*.config.ts", "*.d.ts"],
      reporter: ["text", "json-summary"],
      reportsDirectory: "../coverage/worker",
      thresholds: { lines: 90, branches: 90 },
    },
  },
});
