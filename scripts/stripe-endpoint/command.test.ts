import { describe, expect, it } from "vitest";
import { parseEndpointCommand } from "./command.ts";

const WORKER = "https://relay.example.workers.dev/webhook/stripe";
const WITH_KEY = { STRIPE_API_KEY: "rk_test_1" };

describe("the command line of stripe:endpoint", () => {
  it("takes the URL and the key", () => {
    expect(parseEndpointCommand(["--url", WORKER], WITH_KEY)).toMatchObject({
      kind: "command",
      command: { url: WORKER, apiKey: "rk_test_1", api: null, secretId: null, dryRun: false },
    });
  });

  it.each([
    [[], WITH_KEY, "--url is missing"],
    [["--url", "relay"], WITH_KEY, "no URL"],
    [["--url", "http://relay.example.com"], WITH_KEY, "https"],
    [["--url", WORKER], {}, "STRIPE_API_KEY"],
    [["--url", WORKER, "--api", "ftp://stripe"], WITH_KEY, "--api"],
    [["--url", WORKER, "--frobnicate"], WITH_KEY, "frobnicate"],
  ])("refuses %j in one sentence", (argv, environment, sentence) => {
    const parsed = parseEndpointCommand(argv, environment);

    expect(parsed.kind).toBe("refused");
    expect(parsed.kind === "refused" && parsed.message).toContain(sentence);
  });

  it("lets a local Stripe send over plain HTTP", () => {
    const argv = [
      "--url",
      "http://127.0.0.1:8787/webhook/stripe",
      "--api",
      "http://127.0.0.1:8789",
    ];

    expect(parseEndpointCommand(argv, WITH_KEY).kind).toBe("command");
  });
});
