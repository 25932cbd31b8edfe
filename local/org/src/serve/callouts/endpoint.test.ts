import { describe, expect, it } from "vitest";
import { NameMap } from "../../schema/name-map.ts";
import type { ExternalCredentialMetadata, NamedCredentialMetadata } from "../../schema/schema.ts";
import { resolveEndpoint, type CalloutSettings } from "./endpoint.ts";
import { textWith } from "../../rest/testing/text-matchers.ts";

const stripe: NamedCredentialMetadata = {
  name: "Stripe",
  label: "Stripe",
  url: "https://api.stripe.com",
  externalCredential: "Stripe_Auth",
  generateAuthorizationHeader: false,
  allowMergeFieldsInHeader: true,
  allowMergeFieldsInBody: false,
  headers: [{ name: "Stripe-Version", value: "2026-10-28.endive" }],
};
const auth: ExternalCredentialMetadata = {
  name: "Stripe_Auth",
  label: "Stripe",
  protocol: "Custom",
  principals: ["Main"],
  headers: [{ name: "Authorization", value: "{!'Bearer ' & $Credential.Stripe_Auth.ApiKey}" }],
};
const settings: CalloutSettings = {
  schema: {
    namedCredentials: NameMap.by([stripe], ({ name }) => name),
    externalCredentials: NameMap.by([auth], ({ name }) => name),
  },
  remoteSites: ["https://open.example"],
  parameters: { Stripe_Auth: { ApiKey: "sk_test_1" } },
  urls: {},
};

function resolve(endpoint: string, more: Partial<CalloutSettings> = {}, granted = true) {
  const request = {
    method: "POST",
    endpoint,
    headers: [["authorization", "mine"]] as const,
    body: null,
    timeoutMs: 1000,
  };
  return resolveEndpoint(
    request,
    { ...settings, ...more },
    (principal) => granted && principal === "Stripe_Auth-Main",
  );
}

describe("a callout", () => {
  it("through a Named Credential goes to its URL with the headers of both credentials", () => {
    expect(resolve("callout:stripe/v1/prices?limit=1")).toMatchObject({
      kind: "allowed",
      request: {
        endpoint: "https://api.stripe.com/v1/prices?limit=1",
        headers: [
          ["Authorization", "Bearer sk_test_1"],
          ["Stripe-Version", "2026-10-28.endive"],
        ],
      },
    });
  });

  it("goes to another URL where one is given for the Named Credential", () => {
    expect(resolve("callout:Stripe/v1", { urls: { Stripe: "http://127.0.0.1:9/" } })).toMatchObject(
      {
        request: { endpoint: "http://127.0.0.1:9/v1" },
      },
    );
  });

  it.each([
    ["a user without the principal", resolve("callout:Stripe/v1", {}, false), "Stripe"],
    ["a Named Credential that is not there", resolve("callout:Other/v1"), "Other"],
  ])("is refused to %s in the same words", (_, endpoint, name) => {
    expect(endpoint).toEqual({
      kind: "refused",
      message: `The callout couldn't access the endpoint. You might not have the required permissions, or the named credential "${name}" might not exist.`,
    });
  });

  it("says which authentication parameter has no value", () => {
    expect(resolve("callout:Stripe/v1", { parameters: {} })).toMatchObject({
      kind: "refused",
      message: textWith("$Credential.Stripe_Auth.ApiKey"),
    });
  });

  it("goes to a Remote Site as it is, and nowhere else", () => {
    expect(resolve("https://open.example/a")).toMatchObject({
      kind: "allowed",
      request: { endpoint: "https://open.example/a", headers: [["authorization", "mine"]] },
    });
    expect(resolve("https://open.example.evil/a")).toEqual({
      kind: "refused",
      message:
        "Unauthorized endpoint, please check Setup->Security->Remote site settings. endpoint = https://open.example.evil/a",
    });
  });
});
