/** Reads a month and writes its files. */
import { rename, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Connection } from "jsforce";
import { makeKeptFolder } from "../../local/org/src/org/kept-folder.ts";
import { disagreements } from "./agreement.ts";
import { csv } from "./csv.ts";
import { customerRevenue } from "./customer-revenue.ts";
import type { Month } from "./month.ts";
import { movementsThrough, openInvoices, paymentsOf, revenueMonths } from "./rows.ts";
import {
  aging,
  metrics,
  movements,
  revenueByCustomer,
  transactions,
  type Table,
} from "./tables.ts";

export interface Export {
  readonly connection: Connection;
  readonly month: Month;
  readonly folder: string;
  readonly say: (line: string) => void;
}

/** Returns the exit code: 1 when the files do not agree with each other or the month is not closed. */
export async function exportMonth({ connection, month, folder, say }: Export): Promise<number> {
  makeKeptFolder(folder);
  const write = async (name: string, { header, rows }: Table): Promise<void> => {
    const file = path.join(folder, `${name}-${month.name}.csv`);
    // Whoever watches the folder never sees half a file.
    await writeFile(`${file}.part`, csv(header, rows));
    await rename(`${file}.part`, file);
    say(`${path.relative(process.cwd(), file)}  ${rows.length} rows`);
  };
  const months = await revenueMonths(connection, month);
  await write("metrics", metrics(months));
  const moved = await movementsThrough(connection, month);
  const ofMonth = moved.filter(({ Day__c }) => Day__c >= month.first);
  await write("mrr-changes", movements(ofMonth));
  const customers = customerRevenue(moved);
  await write("mrr-per-customer", revenueByCustomer(customers));
  await write("transactions", transactions(await paymentsOf(connection, month)));
  await write("open-invoices-now", aging(await openInvoices(connection)));
  const wrong = disagreements(month, months, ofMonth, customers);
  for (const sentence of wrong) say(sentence);
  return wrong.length === 0 ? 0 : 1;
}
