import { ApexEnum } from "../../runtime/enum.js";
/**
 * Whether an `options` argument asks for everything at once. The default defers child relationships since API version 44.
 * Source: Apex Reference, "SObjectDescribeOptions Enum", "SObjectType Class: getDescribe(options)".
 */
export function isFullDescribe(options) {
    return options instanceof ApexEnum && options.name === "FULL";
}
