import { transaction } from "../runtime/transaction.ts";

/** One statement on so many rows. */
export function spendDml(rows: number): void {
  const { limits } = transaction();
  limits.spend("dmlStatements");
  limits.spend("dmlRows", rows);
}
