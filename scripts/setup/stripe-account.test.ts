import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { settingOf } from "./stripe-account.ts";

const stored = readFileSync(
  path.resolve(
    import.meta.dirname,
    "../../force-app/main/default/customMetadata/Stripe_Setting.Default.md-meta.xml",
  ),
  "utf8",
);

function valueOf(xml: string, field: string): string | undefined {
  return new RegExp(`<field>${field}</field>\\s*<value[^>]*>([^<]*)</value>`).exec(xml)?.[1];
}

describe("the org's Stripe Setting", () => {
  it("names the account and the mode of the key, and leaves the rest as it is", () => {
    const live = settingOf(stored, { id: "acct_1Live", livemode: true });

    expect(valueOf(live, "Account_ID__c")).toBe("acct_1Live");
    expect(valueOf(live, "Livemode__c")).toBe("true");
    for (const field of ["Create_Customers__c", "Checkout_Success_URL__c", "Finance_Queue__c"]) {
      expect(valueOf(live, field)).toBe(valueOf(stored, field));
    }
  });

  it("can be of another account later", () => {
    const first = settingOf(stored, { id: "acct_1", livemode: true });

    expect(settingOf(first, { id: "acct_2", livemode: false })).toBe(
      settingOf(stored, { id: "acct_2", livemode: false }),
    );
  });

  it("that lacks the fields is no setting of ours", () => {
    expect(() => settingOf("<CustomMetadata/>", { id: "acct_1", livemode: true })).toThrow(
      "has no Account_ID__c",
    );
  });
});
