import { expect, test } from "vitest";
import { isLoopback } from "./loopback-only.ts";

test.each(["127.0.0.1", "127.8.8.8", "::1", "::ffff:127.0.0.1"])(
  "%s is this machine",
  (address) => {
    expect(isLoopback(address)).toBe(true);
  },
);

test.each(["192.168.0.7", "::ffff:10.0.0.1", "fe80::1", undefined])(
  "%s is another machine",
  (address) => {
    expect(isLoopback(address)).toBe(false);
  },
);
