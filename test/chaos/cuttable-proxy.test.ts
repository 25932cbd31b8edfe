import { createServer } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { close, listen } from "../../local/http/listening.ts";
import { startCuttableProxy } from "./cuttable-proxy.ts";

const stops: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

it("lets requests through, none while it is cut, and again once it is mended", async () => {
  const server = createServer((_request, response) => response.end("here"));
  const { url } = await listen(server, { name: "A service", host: "127.0.0.1", port: 0 });
  const proxy = await startCuttableProxy();
  stops.push(
    () => proxy.stop(),
    () => close(server),
  );
  proxy.pointAt(url);
  const ask = async (): Promise<string> => (await fetch(proxy.url)).text();

  expect(await ask()).toBe("here");
  proxy.cut();
  await expect(ask()).rejects.toThrow("fetch failed");
  proxy.mend();
  expect(await ask()).toBe("here");
});

describe("a proxy that points nowhere", () => {
  it("refuses as a cut one does", async () => {
    const proxy = await startCuttableProxy();
    stops.push(() => proxy.stop());

    await expect(fetch(proxy.url)).rejects.toThrow("fetch failed");
  });
});
