import type { ClassSymbol, MethodSymbol } from "../../types/symbols.ts";
import { type PlatformCandidate } from "../candidates.ts";
import type { Compilation } from "../compilation.ts";
export declare function assignPlatformKeys(symbols: readonly ClassSymbol[], compilation: Compilation): void;
/**
 * The method, the class's own or an inherited one, that answers to an interface's: one with the same parameters, else one whose
 * parameters take all that the interface's do. (Salesforce accepts the latter: `getAll(Object)` for `getAll(SObject)`.)
 */
export declare function implementationOfInterface(symbol: ClassSymbol, declared: MethodSymbol, compilation: Compilation): MethodSymbol | null;
/** The project's method, the class's own or an inherited one, that answers to a platform declaration. */
export declare function implementationOf(symbol: ClassSymbol, declared: PlatformCandidate, compilation: Compilation): MethodSymbol | null;
