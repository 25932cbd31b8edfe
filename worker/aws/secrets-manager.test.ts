import { env } from "cloudflare:workers";
import { afterEach, describe, expect, it, vi } from "vitest";

import { configurationOf } from "../configuration.ts";
import { FakeAws } from "../testing/fake-aws.ts";
import { err, ok } from "../result.ts";
import { getSecretValue } from "./secrets-manager.ts";

afterEach(() => void vi.unstubAllGlobals());

function withSecrets(secrets: Readonly<Record<string, string>>): void {
  const aws = new FakeAws();
  for (const [id, AWSCURRENT] of Object.entries(secrets)) aws.secrets.set(id, { AWSCURRENT });
  vi.stubGlobal("fetch", async (input: RequestInfo, init?: RequestInit) =>
    aws.answer(new Request(input, init)),
  );
}

describe("getSecretValue", () => {
  const named = (SECRETS_PREFIX: string) => configurationOf({ ...env, SECRETS_PREFIX }).aws;

  it("reads the secret of its own environment", async () => {
    withSecrets({
      "stripe/webhook": "whsec_laptop",
      "stripe-relay/staging/stripe/webhook": "whsec_staging",
    });

    const read = async (prefix: string) =>
      getSecretValue(named(prefix), "stripe/webhook", "AWSCURRENT");
    expect(await read("stripe-relay/staging/")).toEqual(ok("whsec_staging"));
    expect(await read("")).toEqual(ok("whsec_laptop"));
  });

  it("names the whole secret when it is not there", async () => {
    withSecrets({ "stripe/webhook": "whsec_laptop" });

    const read = await getSecretValue(named("stripe-relay/x/"), "stripe/webhook", "AWSCURRENT");

    const detail = "stripe-relay/x/stripe/webhook AWSCURRENT: 400 ResourceNotFoundException";
    expect(read).toEqual(err({ reason: "not_found", detail }));
  });

  it("refuses a prefix that no secret can have", () => {
    expect(() => named("stripe relay/")).toThrow("SECRETS_PREFIX");
  });
});
