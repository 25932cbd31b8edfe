/**
 * What an opportunity's amount, probability and close date say of it. The fiscal year is the calendar's, as in a new org.
 * Source: Object Reference, "Opportunity", ExpectedRevenue ("the product of the opportunity Amount field and the Probability"), Fiscal
 * ("YYYY Q format"), FiscalQuarter and FiscalYear.
 */
import { asFieldValue } from "../formula/formula.ts";
import { ApexDate } from "../runtime/date.ts";
import { ApexDecimal } from "../runtime/decimal.ts";
import type { SObjectDescribe } from "../schema/schema.ts";
import { civilFromDays } from "../soql/calendar.ts";
import type { RowValues, StoredValue } from "../store/row.ts";
import type { Draft } from "./draft.ts";

const ONE_PERCENT = new ApexDecimal(1n, 2);

export function settleForecast(describe: SObjectDescribe, { values }: Draft): void {
  if (describe.name !== "Opportunity") return;
  values["ExpectedRevenue"] = expectedRevenue(describe, values);
  const day = values["CloseDate"];
  if (!(day instanceof ApexDate)) return;
  const { year, month } = civilFromDays(day.days);
  const quarter = Math.ceil(month / 3);
  Object.assign(values, { FiscalYear: year, FiscalQuarter: quarter, Fiscal: `${year} ${quarter}` });
}

function expectedRevenue(opportunity: SObjectDescribe, values: RowValues): StoredValue {
  const [amount, probability] = [values["Amount"], values["Probability"]];
  const field = opportunity.fields.get("ExpectedRevenue");
  if (field === undefined) return null;
  if (!(amount instanceof ApexDecimal) || !(probability instanceof ApexDecimal)) return null;
  return asFieldValue(amount.times(probability).times(ONE_PERCENT), field);
}
