import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { wranglerConfiguration } from "./wrangler-configuration.ts";

let folder: string;
let file: string;
let asked: number;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "wrangler-configuration-"));
  file = path.join(folder, "wrangler.toml");
  await writeFile(file, 'name = "first"');
  asked = 0;
});

afterEach(() => rm(folder, { recursive: true }));

function configuration(of = file): Promise<unknown> {
  return wranglerConfiguration(of, {
    folder: path.join(folder, "kept"),
    read: async () => ({ asked: (asked += 1) }),
  });
}

test("wrangler is asked once for what a file says, and again when it says something else", async () => {
  expect(await configuration()).toEqual({ asked: 1 });
  expect(await configuration()).toEqual({ asked: 1 });
  await writeFile(file, 'name = "second"');
  expect(await configuration()).toEqual({ asked: 2 });
  await writeFile(file, 'name = "first"');
  expect(await configuration()).toEqual({ asked: 1 });
});

test("a file that lies elsewhere names other files", async () => {
  await configuration();
  const other = path.join(folder, "other.toml");
  await writeFile(other, 'name = "first"');

  expect(await configuration(other)).toEqual({ asked: 2 });
});

test("what is not whole counts as nothing", async () => {
  await configuration();
  const [kept = ""] = await readdir(path.join(folder, "kept"));
  await writeFile(path.join(folder, "kept", kept), '{"asked":');

  expect(await configuration()).toEqual({ asked: 2 });
  expect(await configuration()).toEqual({ asked: 2 });
});

test("a configuration wrangler refuses is refused every time", async () => {
  const refused = (): Promise<unknown> =>
    wranglerConfiguration(file, {
      folder: path.join(folder, "kept"),
      read: () => Promise.reject(new Error("Processing wrangler.toml")),
    });

  await expect(refused()).rejects.toThrow("Processing wrangler.toml");
  await expect(refused()).rejects.toThrow("Processing wrangler.toml");
});

test("wrangler itself reads it as it is", async () => {
  await writeFile(file, 'name = "relay"\nmain = "index.ts"\n[vars]\nREGION = "eu"\n');

  expect(await wranglerConfiguration(file)).toMatchObject({
    name: "relay",
    main: path.join(folder, "index.ts"),
    vars: { REGION: "eu" },
  });
});
