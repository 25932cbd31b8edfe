import { expect, test } from "vitest";
import { isOnThisMachine, wayBack } from "./leaving.ts";

test.each([
  "http://localhost:8787/paid",
  "https://127.0.0.1/",
  "http://[::1]:3000/?session={CHECKOUT_SESSION_ID}",
])("%s is on this machine", (url) => {
  expect(isOnThisMachine(url)).toBe(true);
});

test.each([
  "https://example.com/paid",
  "http://localhost.example.com/",
  "http://localhost@example.com/",
  "javascript://localhost/%0aalert(1)",
  "file://localhost/etc/passwd",
  "paid",
])("%s is text on a page, and no link", async (url) => {
  expect(isOnThisMachine(url)).toBe(false);
  expect(String(await wayBack(url, "Back"))).not.toContain("<a");
});
