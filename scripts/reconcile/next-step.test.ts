import type { Connection } from "jsforce";
import { expect, test } from "vitest";
import { afterImport } from "./next-step.ts";

function orgWhere(
  ...rows: readonly { readonly Create_Customers__c: boolean }[]
): Pick<Connection, "query"> {
  // As much of a connection as is asked.
  return { query: () => Promise.resolve({ records: rows }) } as unknown as Pick<
    Connection,
    "query"
  >;
}

test("after an import somebody has to let contacts become customers, until it is done", async () => {
  expect(await afterImport(orgWhere({ Create_Customers__c: false }))).toContain(
    "--create-customers",
  );
  expect(await afterImport(orgWhere())).toContain("--create-customers");
  expect(await afterImport(orgWhere({ Create_Customers__c: true }))).toBeNull();
});
