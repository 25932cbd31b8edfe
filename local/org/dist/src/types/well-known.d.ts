/** Types that rules of the language name: written once, so that no rule spells a catalog name itself. */
import type { PrimitiveName, Type } from "./type.ts";
export declare const BOOLEAN: {
    readonly kind: "primitive";
    readonly name: PrimitiveName;
} & {
    readonly kind: "primitive";
};
export declare const INTEGER: {
    readonly kind: "primitive";
    readonly name: PrimitiveName;
} & {
    readonly kind: "primitive";
};
export declare const LONG: {
    readonly kind: "primitive";
    readonly name: PrimitiveName;
} & {
    readonly kind: "primitive";
};
export declare const DOUBLE: {
    readonly kind: "primitive";
    readonly name: PrimitiveName;
} & {
    readonly kind: "primitive";
};
export declare const DECIMAL: {
    readonly kind: "primitive";
    readonly name: PrimitiveName;
} & {
    readonly kind: "primitive";
};
export declare const STRING: {
    readonly kind: "primitive";
    readonly name: PrimitiveName;
} & {
    readonly kind: "primitive";
};
export declare const ID: {
    readonly kind: "primitive";
    readonly name: PrimitiveName;
} & {
    readonly kind: "primitive";
};
export declare const DATE: {
    readonly kind: "primitive";
    readonly name: PrimitiveName;
} & {
    readonly kind: "primitive";
};
export declare const DATETIME: {
    readonly kind: "primitive";
    readonly name: PrimitiveName;
} & {
    readonly kind: "primitive";
};
export declare const TIME: {
    readonly kind: "primitive";
    readonly name: PrimitiveName;
} & {
    readonly kind: "primitive";
};
export declare const BLOB: {
    readonly kind: "primitive";
    readonly name: PrimitiveName;
} & {
    readonly kind: "primitive";
};
export declare const OBJECT: Type;
export declare const NULL: Type;
export declare const VOID: Type;
export declare const SOBJECT: Type;
export declare const AGGREGATE_RESULT: Type;
export declare const EXCEPTION: {
    readonly kind: "platform";
    readonly name: string;
    readonly arguments: readonly Type[];
} & {
    readonly kind: "platform";
};
export declare const TYPE: {
    readonly kind: "platform";
    readonly name: string;
    readonly arguments: readonly Type[];
} & {
    readonly kind: "platform";
};
export declare const PAGE_REFERENCE: {
    readonly kind: "platform";
    readonly name: string;
    readonly arguments: readonly Type[];
} & {
    readonly kind: "platform";
};
export declare const SOBJECT_TYPE: {
    readonly kind: "platform";
    readonly name: string;
    readonly arguments: readonly Type[];
} & {
    readonly kind: "platform";
};
export declare const SOBJECT_FIELD: {
    readonly kind: "platform";
    readonly name: string;
    readonly arguments: readonly Type[];
} & {
    readonly kind: "platform";
};
export declare const DESCRIBE_SOBJECT_RESULT: {
    readonly kind: "platform";
    readonly name: string;
    readonly arguments: readonly Type[];
} & {
    readonly kind: "platform";
};
export declare const DESCRIBE_FIELD_RESULT: {
    readonly kind: "platform";
    readonly name: string;
    readonly arguments: readonly Type[];
} & {
    readonly kind: "platform";
};
export declare const FIELD_SET: {
    readonly kind: "platform";
    readonly name: string;
    readonly arguments: readonly Type[];
} & {
    readonly kind: "platform";
};
export declare const TRIGGER_OPERATION: {
    readonly kind: "platform";
    readonly name: string;
    readonly arguments: readonly Type[];
} & {
    readonly kind: "platform";
};
export declare const QUERY_LOCATOR: {
    readonly kind: "platform";
    readonly name: string;
    readonly arguments: readonly Type[];
} & {
    readonly kind: "platform";
};
/** Case-insensitive. */
export declare function primitiveNamed(name: string): Type | undefined;
export declare function platformType(name: string, ...typeArguments: readonly Type[]): Type & {
    readonly kind: "platform";
};
export declare function listOf(element: Type): Type & {
    readonly kind: "list";
};
export declare function setOf(element: Type): Type & {
    readonly kind: "set";
};
export declare function mapOf(key: Type, value: Type): Type & {
    readonly kind: "map";
};
export declare function sobjectType(name: string): Type & {
    readonly kind: "sobject";
};
