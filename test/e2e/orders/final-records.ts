/** What is left of a life in Salesforce, and what should be: in the same shape, so that the two can be compared. */
import type { InProcessOrg } from "./in-process-org.ts";
import type { Life } from "./life.ts";
import { COMPARED } from "./said/said.ts";
import { sortedByKey, STORED_OBJECTS, storedRows } from "./stored-rows.ts";

type Row = Readonly<Record<string, unknown>>;

export interface FinalRecords {
  /** Object → its rows, with every field events write. */
  readonly stored: Readonly<Record<string, readonly Row[]>>;
  /** Events that did not go through, with their reasons. */
  readonly unfinished: readonly Row[];
}

export function finalRecords(org: InProcessOrg): FinalRecords {
  const unfinished = org.query(
    "SELECT Type__c, Status__c, Error__c FROM Stripe_Webhook_Event__c WHERE Status__c IN ('Failed', 'Waiting')",
  );
  return {
    stored: Object.fromEntries(STORED_OBJECTS.map((object) => [object, storedRows(org, object)])),
    unfinished: unfinished.map(({ Type__c, Status__c, Error__c }) => ({
      Type__c,
      Status__c,
      Error__c,
    })),
  };
}

export function stripeSays(life: Life): FinalRecords {
  return {
    stored: Object.fromEntries(
      COMPARED.map(({ object, rows }) => [object, sortedByKey(object, rows(life))]),
    ),
    unfinished: [],
  };
}
