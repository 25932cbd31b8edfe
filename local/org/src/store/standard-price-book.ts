/** Every org has one. Source: Object Reference, "Pricebook2", IsStandard; Apex Reference, Test.getStandardPricebookId. */
import type { Row, RowValues } from "./row.ts";

/** The same in every org, so that tests need not look for it. */
export const STANDARD_PRICE_BOOK_ID = "01s000000000001AAA";

export function standardPriceBook(): RowValues {
  return { Name: "Standard Price Book", IsStandard: true, IsActive: false };
}

/** Whether nothing was saved to it since the org was made: it has one time for all its stamps. */
export function isUntouchedPriceBook({ id, values }: Row): boolean {
  return id === STANDARD_PRICE_BOOK_ID && values["LastModifiedDate"] === values["CreatedDate"];
}
