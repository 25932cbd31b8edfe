import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { awaitReady } from "./publish-worker.ts";

let server: Server;
let address: string;
let statuses: number[];

beforeEach(async () => {
  server = createServer((_request, response) => {
    response.writeHead(statuses.length > 1 ? (statuses.shift() ?? 500) : (statuses[0] ?? 500));
    response.end('{"checks":{"salesforce_token":"failed"}}');
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // Listening on TCP, a server's address is never a pipe's name or null.
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  await new Promise((resolve) => server.close(resolve));
});

describe("awaitReady", () => {
  it("asks again until the Worker is ready", async () => {
    statuses = [503, 503, 200];

    const { ready } = await awaitReady(address, { attempts: 5, pauseMs: 1 });

    expect(ready).toBe(true);
  });

  it("gives up after its attempts and says what the Worker said last", async () => {
    statuses = [503];

    const { ready, said } = await awaitReady(address, { attempts: 3, pauseMs: 1 });

    expect(ready).toBe(false);
    expect(said).toBe('503 {"checks":{"salesforce_token":"failed"}}');
  });
});
