/** `Type.name`: static fields, enum constants, inner types, tokens of objects and fields. */
import type { Position } from "../../syntax/ast.ts";
import type { ClassSymbol } from "../../types/symbols.ts";
import type { Type } from "../../types/type.ts";
import { type BodyContext } from "../body-context.ts";
import type { BoundExpression } from "../bound.ts";
import type { Meaning } from "../names.ts";
/** @returns null when the type has no such static member */
export declare function staticMember(type: Type, name: string, at: Position, context: BodyContext): Meaning | null;
export declare function enumConstant(symbol: ClassSymbol, name: string, at: Position): BoundExpression | null;
export declare function platformEnumConstant(type: Type, name: string, at: Position, context: BodyContext): BoundExpression | null;
