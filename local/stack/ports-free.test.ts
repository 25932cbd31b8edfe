import { createServer, type Server } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { assertPartHasPort, assertPortsFree } from "./ports-free.ts";
import { PARTS, type Part } from "./settings.ts";

const HOST = "127.0.0.1";

let other: Server;
let taken: number;

beforeEach(async () => {
  other = createServer().listen(0, HOST);
  await once(other, "listening");
  ({ port: taken } = other.address() as AddressInfo);
});
afterEach(() => {
  other.close();
});

/** Every part has a port that is free, but for one. */
const allFreeBut = (part: Part): Record<Part, number> => ({
  ...(Object.fromEntries(PARTS.map((each) => [each, 0])) as Record<Part, number>),
  [part]: taken,
});

test.each(PARTS)("a port that is taken for %s is said with what to give instead", async (part) => {
  await expect(assertPartHasPort(part, HOST, taken)).rejects.toThrow(
    new RegExp(`${String(taken)}.*--${part}-port N$`),
  );
  await expect(assertPartHasPort(part, HOST, 0)).resolves.toBeUndefined();
});

test("nothing is started while a part's port is taken, but for the page's", async () => {
  await expect(assertPortsFree(HOST, allFreeBut("stripe"))).rejects.toThrow(/--stripe-port N/);
  await expect(assertPortsFree(HOST, allFreeBut("page"))).resolves.toBeUndefined();
});
