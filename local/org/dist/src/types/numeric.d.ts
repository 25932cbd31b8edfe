import type { Numeric } from "./conversion.ts";
import type { Type } from "./type.ts";
export declare function numericOf(type: Type): Numeric | null;
export declare function numericType(numeric: Numeric): Type;
/**
 * The type an operation on two numbers yields: Decimal wins over Double, that over Long, that over Integer.
 * Source: Apex Developer Guide, "Expression Operators".
 */
export declare function promoted(a: Numeric, b: Numeric): Numeric;
/** Integer → Long → Double → Decimal; Decimal narrows to Double without a cast too. */
export declare function widens(from: Numeric, to: Numeric): boolean;
