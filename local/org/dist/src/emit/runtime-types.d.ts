/** Static types as the runtime carries them. */
import type { Type } from "../types/type.ts";
import { type RuntimeType } from "../runtime/type.ts";
export declare function runtimeType(type: Type): RuntimeType;
