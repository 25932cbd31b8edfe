/** What the org has of its own. Source: Apex Developer Guide, "Isolation of Test Data from Organization Data in Unit Tests". */
import { seesAllData } from "../runtime/see-all-data.ts";
import { hasTransaction, transaction } from "../runtime/transaction.ts";
import type { Row } from "../store/row.ts";
import { isUntouchedPriceBook } from "../store/standard-price-book.ts";

/**
 * A test does not find the standard price book, which it knows by Test.getStandardPricebookId, before it has saved to it, nor reports: those
 * of LawrenceLoz/FormulaShare-DX find none, and that of Volunteers-for-Salesforce, which finds one, sees all data.
 */
export function isOrgDataInTest(row: Row): boolean {
  const isOfOrg =
    row.object === "Report" || (row.object === "Pricebook2" && isUntouchedPriceBook(row));
  return isOfOrg && hasTransaction() && transaction().isTest && !seesAllData();
}
