/** The page that runs and the messages it shows, for the length of a transaction. */
import { transaction } from "../../runtime/transaction.ts";
import type { MessageValue } from "../ApexPages/Message.ts";
import type { PageReferenceValue } from "./page-reference.ts";

export interface CurrentPage {
  /** null outside a page: set by Test.setCurrentPage in tests. */
  reference: PageReferenceValue | null;
  messages: MessageValue[];
}

const CURRENT = Symbol("current page");

export function currentPage(): CurrentPage {
  return transaction().attachment<CurrentPage>(CURRENT, () => ({ reference: null, messages: [] }));
}
