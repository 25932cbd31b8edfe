/** Schema.SObjectType and Schema.SObjectField tokens, and describe results, as values. */
import type { FieldDescribe, FieldSetDescribe, SObjectDescribe } from "../schema/schema.ts";
export declare class ObjectToken {
    #private;
    /** The object's API name. */
    readonly name: string;
    /** With a name, the object is described when first asked for: the global describe has thousands of tokens. */
    constructor(describe: SObjectDescribe);
    constructor(describe: () => SObjectDescribe, name: string);
    get describe(): SObjectDescribe;
    get $identity(): string;
    toString(): string;
}
export declare class FieldToken {
    readonly describe: FieldDescribe;
    constructor(describe: FieldDescribe);
    get $identity(): string;
    toString(): string;
}
/** Schema.DescribeSObjectResult. */
export declare class ObjectDescribeResult {
    readonly describe: SObjectDescribe;
    /** Asked for with SObjectDescribeOptions.FULL. */
    readonly isFull: boolean;
    constructor(describe: SObjectDescribe, isFull?: boolean);
    get $identity(): string;
}
/** Schema.DescribeFieldResult. */
export declare class FieldDescribeResult {
    readonly describe: FieldDescribe;
    constructor(describe: FieldDescribe);
    get $identity(): string;
}
/** Schema.FieldSet. */
export declare class FieldSetValue {
    readonly object: SObjectDescribe;
    readonly describe: FieldSetDescribe;
    constructor(object: SObjectDescribe, describe: FieldSetDescribe);
    get $identity(): string;
}
