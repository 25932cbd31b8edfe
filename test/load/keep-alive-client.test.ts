import { createServer } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { close, listen } from "../../local/http/listening.ts";
import { runLoad, type LoadResult } from "./keep-alive-client.ts";
import { quantile } from "./statistics.ts";

const servers: ReturnType<typeof createServer>[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await close(server);
});

async function load(
  server: ReturnType<typeof createServer>,
  requests: number,
): Promise<LoadResult> {
  servers.push(server);
  const { url } = await listen(server, { name: "A server", host: "127.0.0.1", port: 0 });
  const request = Buffer.from("POST / HTTP/1.1\r\nhost: here\r\ncontent-length: 2\r\n\r\n{}");
  return runLoad({
    url,
    connections: 4,
    requests: Array.from({ length: requests }, () => request),
    forMs: 10_000,
  });
}

describe("the load client", () => {
  it("sends every request once over the connections it was given, and times each", async () => {
    let served = 0;
    let connections = 0;
    const server = createServer((request, response) => {
      served += 1;
      request.resume().on("end", () => response.end("{}"));
    }).on("connection", () => (connections += 1));

    const result = await load(server, 50);

    expect([served, connections, result.requests, result.refused.length]).toEqual([50, 4, 50, 0]);
    expect(result.latencies.filter((ms) => ms > 0)).toHaveLength(50);
  });

  it("understands an answer in chunks, and counts those that are not 200", async () => {
    const server = createServer((request, response) => {
      response.writeHead(503);
      response.write("one");
      request.resume().on("end", () => setTimeout(() => response.end("two"), 5));
    });

    const { requests, refused } = await load(server, 8);

    expect([requests, refused.length]).toEqual([8, 8]);
    expect(refused[0]).toMatchObject({ status: 503 });
    expect(Buffer.from(refused[0]?.request ?? []).toString()).toContain("POST / HTTP/1.1");
  });

  it("fails when a connection ends before its answer", async () => {
    const server = createServer((request) => request.socket.destroy());

    await expect(load(server, 8)).rejects.toThrow();
  });
});

describe("a quantile", () => {
  it("is the least value that so many do not exceed", () => {
    const values = [5, 1, 4, 2, 3];

    expect([0.5, 0.95, 1].map((share) => quantile(values, share))).toEqual([3, 5, 5]);
  });
});
