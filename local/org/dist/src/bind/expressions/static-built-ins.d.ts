import type { Type } from "../../types/type.ts";
import type { BoundExpression } from "../bound.ts";
import type { Call } from "./invocation.ts";
/** @returns null when the call is none of them */
export declare function staticBuiltIn(type: Type, call: Call): BoundExpression | null;
