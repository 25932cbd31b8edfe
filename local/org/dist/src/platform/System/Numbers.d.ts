/** Boolean, Integer, Long, Double and Decimal. Source: Apex Reference, the classes of these names. */
import { ApexDecimal, type RoundingMode } from "../../runtime/decimal.ts";
export declare function parseInteger(text: string): number;
export declare function parseLong(text: string): bigint;
export declare function parseDecimal(text: string, kind?: "decimal" | "double"): ApexDecimal;
export declare function modeOf(mode: unknown): RoundingMode;
export declare const booleanBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
export declare const integerBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
export declare const longBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
export declare const doubleBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
export declare const decimalBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
