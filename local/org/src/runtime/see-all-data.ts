/** `@IsTest(SeeAllData=true)`: whether the running test method asked for the org's own data. */
import { transaction } from "./transaction.ts";

const KEY = Symbol("see all data");

/** Says so of the running transaction. */
export function seeAllData(): void {
  transaction().attachments.set(KEY, true);
}

export function seesAllData(): boolean {
  return transaction().attachments.get(KEY) === true;
}
