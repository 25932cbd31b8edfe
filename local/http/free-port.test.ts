import { createServer } from "node:http";
import { expect, test } from "vitest";
import { keepPort } from "./free-port.ts";
import { close, listen } from "./listening.ts";

const HOST = "127.0.0.1";

test("a port that is kept is nobody else's until it is given back", async () => {
  const kept = await keepPort("Local Stripe", HOST, 0);
  const server = createServer();
  const other = { name: "Another", host: HOST, port: kept.port };

  await expect(listen(server, other)).rejects.toThrow(`port ${kept.port} on ${HOST} is already`);
  await kept.release();
  await kept.release();
  await listen(server, other);
  await close(server);
});

test("who connects to a port that is kept is turned away at once", async () => {
  const kept = await keepPort("Local Stripe", HOST, 0);

  await expect(fetch(`http://${HOST}:${kept.port}`)).rejects.toThrow("fetch failed");
  await kept.release();
});
