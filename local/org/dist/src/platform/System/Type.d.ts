import { type RuntimeType } from "../../runtime/type.ts";
/** By the parameterless constructor. */
export declare function newInstanceOf(type: RuntimeType): unknown;
export declare const typeBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
