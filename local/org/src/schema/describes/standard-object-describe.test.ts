import { describe, expect, test } from "vitest";
import { fieldNames, fieldOf, objectOf, PLAIN, schemaOf } from "../fixture/schema.ts";

describe("a standard object", () => {
  test("has the project's fields after its own, and its lookups as children", () => {
    const schema = schemaOf({
      Contact: { Stripe__c: "<type>Text</type><length>255</length>" },
      A__c: {
        object: PLAIN,
        Contact__c:
          "<type>Lookup</type><referenceTo>Contact</referenceTo><relationshipName>As</relationshipName>",
      },
    });

    expect(fieldNames(objectOf(schema, "CONTACT")).at(-1)).toBe("Stripe__c");
    expect(objectOf(schema, "Contact")).toMatchObject({ keyPrefix: "003", kind: "standard" });
    expect(objectOf(schema, "Contact").childRelationships.get("as__r")?.childObject).toBe("A__c");
    expect(fieldOf(schema, "Contact", "AccountId").relationshipName).toBe("Account");
    expect(fieldOf(schema, "Contact", "LastName").isRequired).toBe(true);
  });

  test("has the fields of a feature only when the org has it", () => {
    expect(fieldNames(objectOf(schemaOf({}), "Account"))).not.toContain("CurrencyIsoCode");
    const schema = schemaOf({ A__c: { object: PLAIN } }, new Set(["MultiCurrency"]));
    expect(fieldNames(objectOf(schema, "Account"))).toContain("CurrencyIsoCode");
    expect(fieldNames(objectOf(schema, "A__c"))).toContain("CurrencyIsoCode");
  });

  test("that is a task or event has what the project adds to activities", () => {
    const schema = schemaOf({ Activity: { F__c: "<type>Date</type>" } });

    expect(fieldOf(schema, "Task", "F__c")).toMatchObject({ object: "Task", type: "date" });
    expect(fieldOf(schema, "Event", "F__c").object).toBe("Event");
  });

  test("keeps its own settings of a standard field, and takes the project's of its history", () => {
    const schema = schemaOf({ Account: { Industry: "<trackHistory>true</trackHistory>" } });

    expect(fieldOf(schema, "Account", "Industry")).toMatchObject({
      type: "picklist",
      isCustom: false,
      isHistoryTracked: true,
    });
  });

  test.each([
    ["AccountShare", "share"],
    ["AccountHistory", "history"],
    ["AccountFeed", "feed"],
    ["AccountChangeEvent", "changeEvent"],
    ["BatchApexErrorEvent", "platformEvent"],
    ["Event", "standard"],
  ])("%s is of kind %s", (name, kind) => {
    expect(objectOf(schemaOf({}), name).kind).toBe(kind);
  });
});
