/** From a chosen method to a bound call. */
import type { Position } from "../../syntax/ast.ts";
import type { Type } from "../../types/type.ts";
import { type BodyContext } from "../body-context.ts";
import type { BoundExpression } from "../bound.ts";
import { type MethodCandidate } from "../candidates.ts";
import { type Argument } from "../overloads.ts";
/** A call whose arguments are bound and whose method is not yet known. */
export interface Call {
    readonly name: string;
    readonly at: Position;
    readonly isSafe: boolean;
    readonly arguments: readonly BoundExpression[];
    readonly context: BodyContext;
}
export declare function argumentsOf(bound: readonly BoundExpression[]): readonly Argument[];
/**
 * @returns null when none fits
 * @throws to the report when several fit equally: "Ambiguous method signature: …"
 */
export declare function chosenMethod(candidates: readonly MethodCandidate[], call: Call): MethodCandidate | null;
export declare function noSuchMethod(call: Call, type: Type): never;
export declare function nonStaticMethod(method: MethodCandidate, at: Position): never;
export declare function staticCall(method: MethodCandidate, call: Call): BoundExpression;
export declare function instanceCall(target: BoundExpression, method: MethodCandidate, call: Call, dispatch: "virtual" | "super"): BoundExpression;
/** Overload resolution has already found that each argument fits its parameter. */
export declare function convertedArguments(bound: readonly BoundExpression[], parameters: readonly Type[], context: BodyContext): readonly BoundExpression[];
