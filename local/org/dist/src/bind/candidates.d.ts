/** The methods a name may mean on a type, nearest declaration first. */
import type { MethodSignature } from "../signatures/catalog-types.ts";
import type { MethodSymbol } from "../types/symbols.ts";
import type { Type } from "../types/type.ts";
import type { Compilation } from "./compilation.ts";
interface CandidateBase {
    readonly name: string;
    readonly parameters: readonly Type[];
    readonly returns: Type;
    readonly isStatic: boolean;
}
export interface ProjectCandidate extends CandidateBase {
    readonly kind: "project";
    readonly method: MethodSymbol;
}
export interface PlatformCandidate extends CandidateBase {
    readonly kind: "platform";
    /** The catalog's name of the type that declares it, or `Object`, or `Enum`. */
    readonly owner: string;
    /** `name(Decimal,Integer)` in catalog spelling, with type parameters as they stand there. */
    readonly signature: string;
    readonly isAbstract: boolean;
}
export type MethodCandidate = ProjectCandidate | PlatformCandidate;
export declare function methodsNamed(name: string, type: Type, compilation: Compilation): readonly MethodCandidate[];
export declare function declaredMethods(type: Type, compilation: Compilation): readonly MethodCandidate[];
export declare function projectCandidate(method: MethodSymbol): ProjectCandidate;
/** `setScale(Integer,System.RoundingMode)`: the key under which behaviours are registered. */
export declare function signatureKey(method: Pick<MethodSignature, "name" | "parameters">): string;
/** `void Foo.bar(Integer, String)`, as messages name a method. */
export declare function displayMethod(candidate: MethodCandidate): string;
export {};
