/** One constant of an enum, of the project or of the platform. Constants are unique: compared by identity. */
import type { RuntimeType } from "./type.ts";
export declare class ApexEnum {
    readonly type: RuntimeType;
    readonly name: string;
    readonly ordinal: number;
    constructor(type: RuntimeType, name: string, ordinal: number);
    toString(): string;
}
export interface EnumConstants {
    readonly type: RuntimeType;
    readonly constants: readonly ApexEnum[];
    /** By lower-cased name. */
    find(name: string): ApexEnum | undefined;
}
export declare function enumConstants(type: RuntimeType, names: readonly string[]): EnumConstants;
