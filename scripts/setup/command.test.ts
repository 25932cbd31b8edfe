import { describe, expect, it } from "vitest";
import { parseSetupCommand } from "./command.ts";

const ORG = ["--org", "dev"];

describe("the command line of setup", () => {
  it("takes kind, org and users", () => {
    const argv = ["sandbox", ...ORG, "--finance", "a@b.com, c@d.com", "--relay-user", "r@b.com"];

    expect(parseSetupCommand(argv, { STRIPE_API_KEY: "rk_test_1" })).toMatchObject({
      kind: "command",
      command: {
        kind: "sandbox",
        org: "dev",
        relayUser: "r@b.com",
        triggerUser: null,
        financeUsers: ["a@b.com", "c@d.com"],
        stripeKey: "rk_test_1",
      },
    });
  });

  it("takes a removal, which keeps the data and asks unless told otherwise", () => {
    expect(parseSetupCommand(["remove", ...ORG], {})).toEqual({
      kind: "command",
      command: { kind: "remove", org: "dev", withData: false, confirmed: false, dryRun: false },
    });
    expect(
      parseSetupCommand(["remove", ...ORG, "--with-data", "--yes", "--dry-run"], {}),
    ).toMatchObject({ command: { withData: true, confirmed: true, dryRun: true } });
  });

  it.each([
    [[], {}, "scratch or sandbox"],
    [["production", ...ORG], {}, "scratch or sandbox"],
    [["scratch"], {}, "--org is missing"],
    [["sandbox", ...ORG, "--dev-hub", "hub"], {}, "--dev-hub belongs to scratch"],
    [["sandbox", ...ORG, "--relay-user", "x' OR Name = 'y"], {}, "is no username"],
    [["sandbox", ...ORG], { STRIPE_API_KEY: "whsec_1" }, "no Stripe key"],
    [["remove"], {}, "--org is missing"],
    [["remove", ...ORG, "--seed"], {}, "--seed does not belong to remove"],
    [["sandbox", ...ORG, "--yes"], {}, "belong to remove"],
    [["sandbox", ...ORG, "--frobnicate"], {}, "frobnicate"],
  ])("refuses %j in one sentence", (argv, environment, sentence) => {
    const parsed = parseSetupCommand(argv, environment);

    expect(parsed.kind).toBe("refused");
    expect(parsed.kind === "refused" && parsed.message).toContain(sentence);
  });

  it("does not repeat a malformed key", () => {
    const parsed = parseSetupCommand(["scratch", ...ORG], { STRIPE_API_KEY: "rk-live-secret" });

    expect(JSON.stringify(parsed)).not.toContain("rk-live-secret");
  });
});
