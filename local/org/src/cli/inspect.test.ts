import type { ChildProcess } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, afterEach, describe, expect, test, vi } from "vitest";
import { sfdxProject, writeProject } from "../schema/fixture/project.ts";
import { UsageError } from "./command.ts";
import { portOf } from "./debugger.ts";
import { inspected as inspectedCommand, type Inspected } from "./testing/inspected.ts";

const files = writeProject(
  sfdxProject({
    "classes/Basket.cls": `public class Basket {
  private List<Decimal> prices = new List<Decimal>();
  public void add(Decimal price, Integer pieces) {
    Decimal amount = price * pieces;
    prices.add(amount);
  }
  public Decimal total() {
    Decimal sum = 0;
    for (Decimal each : prices) {
      sum += each;
    }
    return sum;
  }
}`,
    "classes/BasketTest.cls": `@IsTest
private class BasketTest {
  @IsTest
  static void addsUp() {
    Basket basket = new Basket();
    basket.add(2.50, 2);
    basket.add(1.25, 4);
    insert new Account(Name = 'Customer');
    Assert.areEqual(10.00, basket.total());
  }
}`,
    "triggers/Accounts.trigger": `trigger Accounts on Account (before insert) {
  String suffix = ' Ltd';
  for (Account each : Trigger.new) {
    each.Name += suffix;
  }
}`,
  }),
);
afterAll(() => files.remove());

const BIN = path.join(import.meta.dirname, "../../bin/org.ts");
const at = (file: string): string => path.join(files.path, "force-app/main/default", file);

let running: ChildProcess | null = null;
afterEach(() => running?.kill("SIGKILL"));

async function inspected(...args: readonly string[]): Promise<Inspected> {
  const started = await inspectedCommand([process.execPath, BIN, ...args, "--project", files.path]);
  running = started.child;
  return started;
}

test("a breakpoint in a class and one in a trigger stop a test, which then goes on", async () => {
  const { session, ended } = await inspected("test", "--inspect");
  await session.breakAt(at("classes/Basket.cls"), 5);
  await session.breakAt(at("triggers/Accounts.trigger"), 4);
  await session.begin();

  const first = await session.stop();
  expect([first.file, first.line]).toEqual([at("classes/Basket.cls"), 5]);
  expect(await session.variables(first)).toMatchObject({ pieces: 2 });
  expect(await session.evaluate(first, "String(amount)")).toBe("5.00");
  await session.resume();

  const second = await session.stop();
  expect(await session.variables(second)).toMatchObject({ pieces: 4 });
  await session.resume();

  const third = await session.stop();
  expect([third.file, third.line]).toEqual([at("triggers/Accounts.trigger"), 4]);
  expect(await session.variables(third)).toMatchObject({ suffix: " Ltd" });
  await session.resume();
  session.close();

  const { code, out } = await ended;
  expect(out).toContain("1 passed, 0 failed, 0 skipped");
  expect(code).toBe(0);
});

test("stepping goes from line to line of the Apex", async () => {
  const { session, ended } = await inspected("test", "--inspect", "--class", "BasketTest");
  await session.breakAt(at("classes/Basket.cls"), 8);
  await session.begin();
  const lines = [(await session.stop()).line];
  while (lines.length < 5) {
    const { line } = await session.stepOver();
    // A line may be several statements.
    if (line !== lines.at(-1)) lines.push(line);
  }
  expect(lines).toEqual([8, 9, 10, 9, 10]);
  await session.resume();
  session.close();
  expect((await ended).code).toBe(0);
});

test("an anonymous block stops before it runs, and in what it calls", async () => {
  const block = path.join(files.path, "block.apex");
  writeFileSync(block, "Basket basket = new Basket();\nInteger n = 7;\nbasket.add(1, n);\n");
  const { session, ended } = await inspected("exec", block, "--inspect-brk");
  await session.begin();
  expect((await session.stop()).file).toBeNull();
  await session.breakAt(at("classes/Basket.cls"), 4);
  await session.resume();

  const stop = await session.stop();
  expect([stop.file, stop.line]).toEqual([at("classes/Basket.cls"), 4]);
  expect(await session.evaluate(stop, "pieces")).toBe(7);
  expect(stop.callers).toContainEqual({ file: block, line: 3 });
  await session.resume();
  session.close();
  expect((await ended).code).toBe(0);
});

describe("a served org", () => {
  const greeting = (word: string): string => `@RestResource(urlMapping='/greeting/*')
global class Greeting {
  @HttpGet global static String say() {
    String word = '${word}';
    return word + '!';
  }
}`;

  /** The session, the org's URL, and a way to call it as its administrator. */
  async function served(
    ...args: readonly string[]
  ): Promise<
    Inspected & { readonly call: (where: string, init?: RequestInit) => Promise<unknown> }
  > {
    const started = await inspected("serve", "--port", "0", ...args);
    const [, url = "", id = "", secret = ""] = await vi.waitFor(
      () => {
        const found = /at (\S+)\. Client credentials: (\S+) (\S+)/u.exec(started.said());
        if (found === null) throw new Error(started.said());
        return found;
      },
      { timeout: 20_000 },
    );
    const body = new URLSearchParams({
      grant_type: "client_credentials",
      client_id: id,
      client_secret: secret,
    });
    const token = await fetch(`${url}/services/oauth2/token`, { method: "POST", body });
    const { access_token: bearer } = (await token.json()) as { readonly access_token: string };
    const headers = { authorization: `Bearer ${bearer}`, "content-type": "application/json" };
    const call = async (where: string, init: RequestInit = {}): Promise<unknown> =>
      (await fetch(`${url}/services/${where}`, { ...init, headers })).json();
    return { ...started, call };
  }

  test("stops where a request comes by, in a class and in a trigger, and after an edit too", async () => {
    const file = at("classes/Greeting.cls");
    writeFileSync(file, greeting("hello"));
    const { session, call, ended, said } = await served("--inspect");
    await session.breakAt(file, 5);
    await session.breakAt(at("triggers/Accounts.trigger"), 4);

    const asked = call("apexrest/greeting");
    const first = await session.stop();
    expect([first.file, first.line]).toEqual([file, 5]);
    expect(await session.variables(first)).toMatchObject({ word: "hello" });
    await session.resume();
    expect(await asked).toBe("hello!");

    const created = call("data/v66.0/sobjects/Account", {
      method: "POST",
      body: JSON.stringify({ Name: "Acme" }),
    });
    const second = await session.stop();
    expect(await session.variables(second)).toMatchObject({ suffix: " Ltd" });
    await session.resume();
    expect(await created).toMatchObject({ success: true });

    writeFileSync(file, greeting("good day"));
    await vi.waitFor(() => expect(said()).toContain("as it was saved"), { timeout: 10_000 });
    await session.breakAt(file, 5);
    const again = call("apexrest/greeting");
    expect(await session.variables(await session.stop())).toMatchObject({ word: "good day" });
    await session.resume();
    expect(await again).toBe("good day!");

    running?.kill("SIGTERM");
    expect((await ended).code).toBe(0);
    session.close();
  });

  test("ends when it is told to, though it stands at a breakpoint", async () => {
    writeFileSync(at("classes/Greeting.cls"), greeting("hello"));
    const { session, call, ended, said } = await served("--inspect");
    await session.breakAt(at("classes/Greeting.cls"), 4);
    const asked = call("apexrest/greeting").catch(() => "cut off");
    await session.stop();

    running?.kill("SIGTERM");
    await ended;
    expect(said()).toContain("The org stands at a breakpoint, and is ended there.");
    await asked;
  });

  test("waits for the debugger with --inspect-brk", async () => {
    const { session, said, ended } = await inspected("serve", "--port", "0", "--inspect-brk");
    await session.begin();
    await session.stop();
    expect(said()).not.toContain("The org answers at");
    await session.resume();
    await vi.waitFor(() => expect(said()).toContain("The org answers at"), { timeout: 10_000 });
    running?.kill("SIGTERM");
    expect((await ended).code).toBe(0);
    session.close();
  });
});

test.each(["", "x", "1.5", "-1", "70000"])("--inspect-port %j is refused", (given) => {
  expect(() => portOf({ "inspect-port": given })).toThrow(UsageError);
});
