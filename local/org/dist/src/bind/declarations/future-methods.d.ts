import type { AnnotationSymbol, MethodSymbol } from "../../types/symbols.ts";
import type { Report } from "../report.ts";
/** undefined for a method that runs when it is called. */
export declare function futureAnnotation(method: MethodSymbol): AnnotationSymbol | undefined;
export declare function checkFutureMethod(method: MethodSymbol, report: Report): void;
