import { describe, expect, it } from "vitest";
import { mergedText } from "./merge-fields.ts";

const parameters = { Stripe: { ApiKey: "sk_1", User: "ada" } };

describe("a header formula", () => {
  it.each([
    ["plain text", "plain text"],
    ["{!$Credential.Stripe.ApiKey}", "sk_1"],
    ["Bearer {!$Credential.stripe.apikey}", "Bearer sk_1"],
    [`{!'Bearer ' & $Credential.Stripe.ApiKey}`, "Bearer sk_1"],
    [`{!"a" + 'b'}-{!$Credential.Stripe.User}`, "ab-ada"],
    [
      `{!'Basic ' & BASE64ENCODE(BLOB($Credential.Stripe.User & ':' & $Credential.Stripe.ApiKey))}`,
      `Basic ${Buffer.from("ada:sk_1").toString("base64")}`,
    ],
  ])("%s is %s", (text, value) => {
    expect(mergedText(text, parameters)).toEqual({ ok: true, value });
  });

  it("that cannot be read, or names what has no value, is refused", () => {
    expect(mergedText("{!UPPER('a')}", parameters)).toMatchObject({ ok: false });
    expect(mergedText("{!$Credential.Stripe.Nope}", parameters)).toMatchObject({ ok: false });
  });
});
