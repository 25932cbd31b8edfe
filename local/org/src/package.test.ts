import { execFile, type ChildProcess } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { findPackageJSON } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import manifest from "../package.json" with { type: "json" };
import { inspected } from "./cli/testing/inspected.ts";
import { sfdxProject, writeProject } from "./schema/fixture/project.ts";

const ROOT = path.join(import.meta.dirname, "..");

/** Names of the packages that the built files import. */
function importedPackages(): ReadonlySet<string> {
  const files = ["bin", "src"].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts") && !/\.test\.ts$|fixture|testing\//u.test(file))
      .map((file) => path.join(ROOT, folder, file)),
  );
  const named = files.flatMap((file) =>
    [
      ...readFileSync(file, "utf8").matchAll(
        /^(?:import|export) (?!type\b)[^;]*?from "([^".][^"]*)"/gmu,
      ),
    ].map((match) => match[1] ?? ""),
  );
  return new Set(
    named
      .filter((name) => !name.startsWith("node:"))
      .map((name) => name.split("/", name.startsWith("@") ? 2 : 1).join("/")),
  );
}

test("the package depends on what it imports, and on nothing else", () => {
  expect([...importedPackages()].sort()).toEqual(Object.keys(manifest.dependencies).sort());
});

test("it gives its command and its entrance, built", () => {
  expect(manifest.bin).toEqual({ "local-org": "dist/bin/org.js" });
  expect(manifest.exports["."].default).toBe("./dist/src/index.js");
  expect(manifest.files).toEqual(["dist"]);
});

describe("packed, and installed beside nothing but an SFDX project", () => {
  const run = promisify(execFile);
  const project = writeProject(
    sfdxProject({
      "classes/Basket.cls": `public class Basket {
  public static Decimal amountOf(Decimal price, Integer pieces) {
    Decimal amount = price * pieces;
    return amount;
  }
}`,
      "classes/BasketTest.cls": `@IsTest
private class BasketTest {
  @IsTest
  static void multiplies() {
    Assert.areEqual(5.00, Basket.amountOf(2.50, 2));
  }
}`,
      "triggers/Accounts.trigger": `trigger Accounts on Account (before insert) {
  for (Account each : Trigger.new) {
    each.AnnualRevenue = Basket.amountOf(each.AnnualRevenue, 3);
  }
}`,
    }),
  );
  const packed = mkdtempSync(path.join(tmpdir(), "packed-"));
  const basket = path.join(project.path, "force-app/main/default/classes/Basket.cls");
  /** npm and npx run by the Node that runs this, and find nothing of the repository. */
  const env = {
    PATH: `${path.dirname(process.execPath)}${path.delimiter}${process.env.PATH ?? ""}`,
    HOME: packed,
    npm_config_cache: path.join(packed, "cache"),
  };
  const inProject = { cwd: project.path, env };
  let running: ChildProcess | null = null;

  beforeAll(async () => {
    // What it depends on comes from here instead of the registry: in archives of what is installed, which nobody need compress.
    for (const name of Object.keys(manifest.dependencies)) {
      const folder = path.join(packed, "dependencies", name);
      const installed = path.dirname(findPackageJSON(name, import.meta.url) ?? name);
      cpSync(installed, path.join(folder, "package"), { recursive: true });
      const archive = path.join(packed, `${name.replace("/", "-")}.tar`);
      await run("tar", ["-cf", archive, "-C", folder, "package"]);
    }
    const into = ["--pack-destination", packed];
    await run("npm", ["pack", ...into], { cwd: ROOT, env, maxBuffer: 2 ** 24 });
    const archives = readdirSync(packed).filter((file) => /\.(tgz|tar)$/u.test(file));
    expect(archives).toContain(`local-org-${manifest.version}.tgz`);
    writeFileSync(path.join(project.path, "package.json"), "{}");
    await run(
      "npm",
      ["install", "--offline", ...archives.map((file) => path.join(packed, file))],
      inProject,
    );
  }, 300_000);

  afterEach(() => running?.kill("SIGKILL"));
  afterAll(() => {
    project.remove();
    rmSync(packed, { recursive: true, force: true });
  });

  test("it runs the project's tests", async () => {
    const { stdout } = await run("npx", ["local-org", "test"], inProject);

    expect(stdout).toContain("1 passed, 0 failed, 0 skipped");
  });

  test("a breakpoint in a class stops a test, with its variables", async () => {
    const started = await inspected(["npx", "local-org", "test", "--inspect"], inProject);
    const { session, ended } = started;
    running = started.child;
    await session.breakAt(basket, 4);
    await session.begin();

    const stop = await session.stop();

    expect([stop.file, stop.line]).toEqual([basket, 4]);
    expect(await session.variables(stop)).toMatchObject({ pieces: 2 });
    expect(await session.evaluate(stop, "String(amount)")).toBe("5.00");
    await session.resume();
    session.close();
    const { code, out } = await ended;
    expect(out).toContain("1 passed, 0 failed, 0 skipped");
    expect(code).toBe(0);
  });

  test("and a request to the org it serves, as the class of a trigger is come by", async () => {
    const bin = path.join(project.path, "node_modules/.bin/local-org");
    const { child, session, said, ended } = await inspected(
      [process.execPath, bin, "serve", "--port", "0", "--inspect"],
      inProject,
    );
    running = child;
    const [, url = "", id = "", secret = ""] = await vi.waitFor(
      () => {
        const found = /at (\S+)\. Client credentials: (\S+) (\S+)/u.exec(said());
        if (found === null) throw new Error(said());
        return found;
      },
      { timeout: 20_000 },
    );
    await session.breakAt(basket, 4);
    const token = await fetch(`${url}/services/oauth2/token`, {
      method: "POST",
      body: new URLSearchParams({
        grant_type: "client_credentials",
        client_id: id,
        client_secret: secret,
      }),
    });
    const { access_token: bearer } = (await token.json()) as { readonly access_token: string };
    const created = fetch(`${url}/services/data/v66.0/sobjects/Account`, {
      method: "POST",
      headers: { authorization: `Bearer ${bearer}`, "content-type": "application/json" },
      body: JSON.stringify({ Name: "Acme", AnnualRevenue: 7 }),
    });

    const stop = await session.stop();

    expect([stop.file, stop.line]).toEqual([basket, 4]);
    expect(await session.evaluate(stop, "String(amount)")).toBe("21");
    await session.resume();
    expect((await created).status).toBe(201);
    child.kill("SIGTERM");
    expect((await ended).code).toBe(0);
    session.close();
  });
});
