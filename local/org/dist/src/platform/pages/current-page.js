/** The page that runs and the messages it shows, for the length of a transaction. */
import { transaction } from "../../runtime/transaction.js";
const CURRENT = Symbol("current page");
export function currentPage() {
    return transaction().attachment(CURRENT, () => ({ reference: null, messages: [] }));
}
