import { type EnumConstants } from "./enum.ts";
import { type RuntimeType } from "./type.ts";
/** Of a platform enum by its catalog name: `System.LoggingLevel`. */
export declare function platformEnum(name: string): EnumConstants;
export declare function enumsOf(type: RuntimeType): EnumConstants;
