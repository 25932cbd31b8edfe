/** Every function emitted code calls by name. */
import { collectionOperations } from "./operations/collections.js";
import { comparisonOperations } from "./operations/comparisons.js";
import { conversionOperations } from "./operations/conversions.js";
import { exceptionOperations } from "./operations/exceptions.js";
import { fractionOperations } from "./operations/fractions.js";
import { futureOperations } from "./operations/future.js";
import { integerOperations } from "./operations/integers.js";
import { orgOperations } from "./operations/org.js";
export const operations = {
    ...collectionOperations,
    ...comparisonOperations,
    ...conversionOperations,
    ...exceptionOperations,
    ...fractionOperations,
    ...futureOperations,
    ...integerOperations,
    ...orgOperations,
};
