import { describe, expect, it } from "vitest";
import { runApex } from "../testing/apex.ts";
import { dataClassMember } from "./data-class.ts";

describe("platform types that are only properties", () => {
  it("are made, written and read by what the catalog says of them", () => {
    const { debug } = runApex(`
      ConnectApi.ExternalCredentialInput input = new ConnectApi.ExternalCredentialInput();
      System.debug(input.developerName);
      input.developerName = 'Stripe';
      Object o = input;
      System.debug(((ConnectApi.ExternalCredentialInput) o).developerName);
    `);

    expect(debug).toEqual(["null", "Stripe"]);
  });

  it("leaves types with methods and types of other namespaces to their own files", () => {
    expect(dataClassMember("System.HttpRequest", "constructors", "new()")).toBeUndefined();
    expect(
      dataClassMember("Messaging.SingleEmailMessage", "constructors", "new()"),
    ).toBeUndefined();
  });
});
