import { expect, test } from "vitest";
import { ApexDecimal } from "../../runtime/decimal.ts";
import { SObjectValue } from "../../runtime/sobject.ts";
import { metadataXml } from "../../schema/fixture/project.ts";
import { projectWith } from "../../schema/fixture/schema.ts";
import { loadSchema } from "../../schema/load-schema.ts";
import { uiRecord } from "./ui-record.ts";

const VIEWER = { locale: "en_US", timeZone: "UTC" };

test("where the org has several currencies an amount is shown in the record's", () => {
  const { schema } = loadSchema([
    projectWith({
      "settings/Currency.settings-meta.xml": metadataXml(
        "CurrencySettings",
        "<isMultiCurrencyEnabled>true</isMultiCurrencyEnabled>",
      ),
    }),
  ]);
  const describe = schema.object("Opportunity");
  if (describe === undefined) throw new Error("The org has no opportunities.");
  const record = new SObjectValue(describe);
  record.put("Amount", ApexDecimal.parse("1234.5"));

  expect(uiRecord(record, VIEWER).fields["Amount"]?.displayValue).toBe("$1,234.50");
  record.put("CurrencyIsoCode", "EUR");
  expect(uiRecord(record, VIEWER).fields["Amount"]?.displayValue).toBe("€1,234.50");
});
