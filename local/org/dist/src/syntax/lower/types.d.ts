import type { CreatedNameContext, QualifiedNameContext, TypeRefContext } from "@apexdevtools/apex-parser";
import type { TypeName } from "../ast.ts";
import { type Report } from "./tree.ts";
export declare function lowerType(tree: TypeRefContext, report: Report): TypeName;
/** A type named without type arguments, as in `catch (System.DmlException e)`. */
export declare function lowerQualifiedType(tree: QualifiedNameContext, report: Report): TypeName;
/** The type after `new`. */
export declare function lowerCreatedType(tree: CreatedNameContext, arrayDepth: number, report: Report): TypeName;
