/** `@IsTest(SeeAllData=true)`: whether the running test method asked for the org's own data. */
import { transaction } from "./transaction.js";
const KEY = Symbol("see all data");
/** Says so of the running transaction. */
export function seeAllData() {
    transaction().attachments.set(KEY, true);
}
export function seesAllData() {
    return transaction().attachments.get(KEY) === true;
}
