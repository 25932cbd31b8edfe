/** The page that runs and the messages it shows, for the length of a transaction. */
import { transaction } from "../../runtime/transaction.ts";
import type { MessageValue } from "../ApexPages/Message.ts";
import { PageReferenceValue } from "./page-reference.ts";

export interface CurrentPage {
  /**
   * null outside a page. A test has one that it can give parameters before it sets any: VOL_CTRL_VolunteersFind_TEST of Volunteers for
   * Salesforce, RemoteSiteHelperTest of certinia/apex-mdapi.
   */
  reference: PageReferenceValue | null;
  messages: MessageValue[];
}

const CURRENT = Symbol("current page");

export function currentPage(): CurrentPage {
  const running = transaction();
  return running.attachment<CurrentPage>(CURRENT, () => ({
    reference: running.isTest ? new PageReferenceValue("") : null,
    messages: [],
  }));
}
