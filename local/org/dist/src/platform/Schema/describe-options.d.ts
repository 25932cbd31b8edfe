/**
 * Whether an `options` argument asks for everything at once. The default defers child relationships since API version 44.
 * Source: Apex Reference, "SObjectDescribeOptions Enum", "SObjectType Class: getDescribe(options)".
 */
export declare function isFullDescribe(options: unknown): boolean;
