/** Every function emitted code calls by name. */
import { collectionOperations } from "./operations/collections.ts";
import { comparisonOperations } from "./operations/comparisons.ts";
import { conversionOperations } from "./operations/conversions.ts";
import { exceptionOperations } from "./operations/exceptions.ts";
import { fractionOperations } from "./operations/fractions.ts";
import { futureOperations } from "./operations/future.ts";
import { integerOperations } from "./operations/integers.ts";
import { listStoreOperations } from "./operations/list-store.ts";
import { orgOperations } from "./operations/org.ts";

export const operations = {
  ...collectionOperations,
  ...comparisonOperations,
  ...conversionOperations,
  ...exceptionOperations,
  ...fractionOperations,
  ...futureOperations,
  ...integerOperations,
  ...listStoreOperations,
  ...orgOperations,
} as const;

export type OperationName = keyof typeof operations;
