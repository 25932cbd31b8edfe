/** System.Type: a type as a value. */
import { type RuntimeType } from "./type.ts";
export declare class TypeValue {
    readonly type: RuntimeType;
    constructor(type: RuntimeType);
    get name(): string;
    get $identity(): string;
    toString(): string;
}
