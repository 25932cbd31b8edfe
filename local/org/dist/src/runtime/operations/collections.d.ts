import { ApexList } from "../list.ts";
import { ApexMap } from "../map.ts";
import { ApexSet } from "../set.ts";
import type { ApexEnum } from "../enum.ts";
import type { RuntimeType } from "../type.ts";
import { TypeValue } from "../type-value.ts";
/** Of a list, a set, a platform iterable (a JavaScript one) or a project class that implements Iterable. */
export declare function iterate(source: unknown): Generator<unknown, void, undefined>;
declare function copyOf(type: RuntimeType, source: unknown): unknown;
export declare const collectionOperations: {
    readonly newList: (element: RuntimeType, items: unknown[]) => ApexList;
    readonly newSet: (element: RuntimeType, values: unknown[]) => ApexSet;
    readonly newMap: (key: RuntimeType, value: RuntimeType, entries: readonly (readonly [unknown, unknown])[]) => ApexMap;
    readonly copyCollection: typeof copyOf;
    readonly sizedList: (element: RuntimeType, size: number | null) => ApexList;
    readonly iterate: typeof iterate;
    readonly batchesOf200: (rows: ApexList) => Generator<ApexList, void, undefined>;
    readonly enumValues: (type: RuntimeType) => ApexList;
    readonly enumValueOf: (type: RuntimeType, name: string | null) => ApexEnum;
    readonly classLiteral: (type: RuntimeType) => TypeValue;
};
export {};
