import { describe, expect, it } from "vitest";
import { parseXml, type XmlElement } from "../check-metadata/xml-element.ts";
import { settingOf } from "./stripe-account.ts";

const ACCOUNT = { id: "acct_1Live", livemode: true };

function valuesIn(xml: string): Record<string, string | null> {
  const child = (element: XmlElement, name: string): XmlElement | undefined =>
    element.children.find((each) => each.name === name);
  const values: Record<string, string | null> = {};
  for (const element of parseXml(xml).children.filter(({ name }) => name === "values")) {
    const value = child(element, "value");
    const isNull = value?.attributes["xsi:nil"] === "true";
    values[child(element, "field")?.text ?? ""] = isNull ? null : (value?.text ?? "");
  }
  return values;
}

describe("the org's Stripe Setting", () => {
  it("names the account and the mode of the key, and keeps what an administrator set", () => {
    const xml = settingOf(
      {
        Account_ID__c: null,
        Livemode__c: false,
        Checkout_Success_URL__c: "https://acme.example/thanks?a=1&b=<2>",
        Create_Customers__c: false,
        Event_Retention_Days__c: 90,
        Alert_Email__c: null,
      },
      ACCOUNT,
    );

    expect(valuesIn(xml)).toEqual({
      Account_ID__c: "acct_1Live",
      Livemode__c: "true",
      Checkout_Success_URL__c: "https://acme.example/thanks?a=1&b=<2>",
      Create_Customers__c: "false",
      Event_Retention_Days__c: "90",
      Alert_Email__c: null,
    });
  });

  it("can be of another account later", () => {
    const xml = settingOf({ Account_ID__c: "acct_before", Livemode__c: false }, ACCOUNT);

    expect(valuesIn(xml)).toEqual({ Account_ID__c: "acct_1Live", Livemode__c: "true" });
  });
});
