import { type RuntimeType } from "./type.ts";
/** null has no type: OBJECT. */
export declare function runtimeTypeOf(value: unknown): RuntimeType;
/** `value instanceof type`; null is an instance of nothing. */
export declare function isInstance(value: unknown, type: RuntimeType): boolean;
/** Types of elements: records of one object fit a list of SObject and the other way round; anything fits Object. */
export declare function isConformant(from: RuntimeType, to: RuntimeType): boolean;
