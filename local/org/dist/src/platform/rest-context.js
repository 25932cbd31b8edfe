/** The request and the response of an Apex REST call, as RestContext shows them to the code it runs. */
import { transaction } from "../runtime/transaction.js";
const EXCHANGE = Symbol("REST exchange");
export function restExchange() {
    return transaction().attachment(EXCHANGE, () => ({
        request: null,
        response: null,
    }));
}
