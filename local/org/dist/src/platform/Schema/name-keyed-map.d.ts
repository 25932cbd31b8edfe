import { ApexMap } from "../../runtime/map.ts";
import { type RuntimeType } from "../../runtime/type.ts";
/** The maps that describes give: keys are lower-cased names, and are found in any case. */
export declare class NameKeyedMap<Value> extends ApexMap<string, Value> {
    constructor(value: RuntimeType, entries: Iterable<readonly [string, Value]>);
    has(key: unknown): boolean;
    get(key: unknown): Value | null;
    remove(key: unknown): Value | null;
}
