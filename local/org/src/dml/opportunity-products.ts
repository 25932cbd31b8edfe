/**
 * What the products of an opportunity say of it: its amount is their sum, which no save of its own changes.
 * Source: Object Reference, "Opportunity", Amount and HasOpportunityLineItem; "OpportunityLineItem", TotalPrice and UnitPrice.
 */
import { ApexDecimal } from "../runtime/decimal.ts";
import type { SObjectDescribe } from "../schema/schema.ts";
import type { RowValues, StoredValue } from "../store/row.ts";
import { asFieldValue } from "../formula/formula.ts";
import type { DmlContext } from "./dml-context.ts";
import type { Draft } from "./draft.ts";

const LINE_ITEM = "OpportunityLineItem";

/** Of a product, the total follows quantity and price; where a new one says its total only, the price follows. */
export function settleLineItem(describe: SObjectDescribe, { values, before }: Draft): void {
  if (describe.name !== LINE_ITEM) return;
  const [quantity, price, total] = [values["Quantity"], values["UnitPrice"], values["TotalPrice"]];
  if (!(quantity instanceof ApexDecimal)) return;
  const put = (name: string, value: ApexDecimal): void => {
    const field = describe.fields.get(name);
    if (field !== undefined) values[name] = asFieldValue(value, field);
  };
  const isTotalSaid = total instanceof ApexDecimal && total !== before?.values["TotalPrice"];
  if (isTotalSaid && (price ?? null) === (before?.values["UnitPrice"] ?? null)) {
    if (quantity.compare(ApexDecimal.ofInteger(0)) !== 0)
      put("UnitPrice", total.dividedBy(quantity));
  } else if (price instanceof ApexDecimal) put("TotalPrice", quantity.times(price));
}

/** Of an opportunity with products. */
export function settleAmount(
  context: DmlContext,
  describe: SObjectDescribe,
  { id, values }: Draft,
): void {
  if (describe.name !== "Opportunity" || id === null) return;
  Object.assign(values, productValues(context, describe, id));
}

/** The opportunities that these versions of products belong to; none where they are of another object. */
export function opportunitiesOf(child: SObjectDescribe, versions: readonly RowValues[]): string[] {
  if (child.name !== LINE_ITEM) return [];
  const ids = versions.map((values) => values["OpportunityId"]);
  return [...new Set(ids.filter((id) => typeof id === "string"))];
}

/** An opportunity that has lost its last product keeps its amount. */
export function productValues(
  context: DmlContext,
  opportunity: SObjectDescribe,
  id: string,
): Record<string, StoredValue> {
  if (context.store.existingTable(LINE_ITEM) === undefined) return {};
  const totals = [...context.store.table(LINE_ITEM).find("OpportunityId", id)]
    .filter((row) => !row.isDeleted)
    .map((row) => row.values["TotalPrice"]);
  const amount = opportunity.fields.get("Amount");
  if (totals.length === 0 || amount === undefined) return { HasOpportunityLineItem: false };
  const sum = totals.reduce<ApexDecimal>(
    (all, total) => (total instanceof ApexDecimal ? all.plus(total) : all),
    ApexDecimal.ofInteger(0),
  );
  return { HasOpportunityLineItem: true, Amount: asFieldValue(sum, amount) };
}
