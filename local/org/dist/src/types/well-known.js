function primitive(name) {
    return { kind: "primitive", name };
}
export const BOOLEAN = primitive("Boolean");
export const INTEGER = primitive("Integer");
export const LONG = primitive("Long");
export const DOUBLE = primitive("Double");
export const DECIMAL = primitive("Decimal");
export const STRING = primitive("String");
export const ID = primitive("Id");
export const DATE = primitive("Date");
export const DATETIME = primitive("Datetime");
export const TIME = primitive("Time");
export const BLOB = primitive("Blob");
export const OBJECT = { kind: "object" };
export const NULL = { kind: "null" };
export const VOID = { kind: "void" };
export const SOBJECT = { kind: "sobject", name: "SObject" };
export const AGGREGATE_RESULT = { kind: "sobject", name: "AggregateResult" };
export const EXCEPTION = platformType("System.Exception");
export const TYPE = platformType("System.Type");
export const PAGE_REFERENCE = platformType("System.PageReference");
export const SOBJECT_TYPE = platformType("Schema.SObjectType");
export const SOBJECT_FIELD = platformType("Schema.SObjectField");
export const DESCRIBE_SOBJECT_RESULT = platformType("Schema.DescribeSObjectResult");
export const DESCRIBE_FIELD_RESULT = platformType("Schema.DescribeFieldResult");
export const FIELD_SET = platformType("Schema.FieldSet");
export const TRIGGER_OPERATION = platformType("System.TriggerOperation");
export const QUERY_LOCATOR = platformType("Database.QueryLocator");
const PRIMITIVES = new Map([BOOLEAN, INTEGER, LONG, DOUBLE, DECIMAL, STRING, ID, DATE, DATETIME, TIME, BLOB].map((type) => [
    type.name.toLowerCase(),
    type,
]));
/** Case-insensitive. */
export function primitiveNamed(name) {
    return PRIMITIVES.get(name.toLowerCase());
}
export function platformType(name, ...typeArguments) {
    return { kind: "platform", name, arguments: typeArguments };
}
export function listOf(element) {
    return { kind: "list", element };
}
export function setOf(element) {
    return { kind: "set", element };
}
export function mapOf(key, value) {
    return { kind: "map", key, value };
}
export function sobjectType(name) {
    return { kind: "sobject", name };
}
