import { expect, it, vi } from "vitest";
import { main } from "./main.ts";

it.each([
  [["--port", "many"], "--port takes a number up to 65535"],
  [["--api-requests=1.5"], "--api-requests takes a number"],
  [["--named-url", "Stripe"], "--named-url takes NAME=VALUE"],
  [["--credential", "Stripe=x"], "--credential takes EXTERNAL_CREDENTIAL.PARAMETER=VALUE"],
])("org serve refuses %j", async (given, words) => {
  const error = vi.spyOn(console, "error").mockImplementation(() => undefined);
  expect(await main(["serve", ...given])).toBe(2);
  expect(String(error.mock.calls[0]?.[0])).toContain(words);
  error.mockRestore();
});
