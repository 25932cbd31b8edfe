import { BOOLEAN, ID, INTEGER, listOf, mapOf, sobjectType, TRIGGER_OPERATION, } from "../../types/well-known.js";
/** `Trigger.new`: records of the trigger's object inside the trigger, plain SObjects in a class. */
export function triggerVariable(path, at, context) {
    const [trigger, written] = path.map((part) => part.toLowerCase());
    if (path.length !== 2 || trigger !== "trigger" || written === undefined)
        return null;
    const record = sobjectType(context.triggerObject ?? "SObject");
    const found = VARIABLES.find(({ name }) => name.toLowerCase() === written);
    return found === undefined
        ? null
        : { kind: "triggerVariable", name: found.name, type: found.typeOver(record), at };
}
const VARIABLES = [
    { name: "new", typeOver: listOf },
    { name: "old", typeOver: listOf },
    { name: "newMap", typeOver: (record) => mapOf(ID, record) },
    { name: "oldMap", typeOver: (record) => mapOf(ID, record) },
    { name: "isBefore", typeOver: () => BOOLEAN },
    { name: "isAfter", typeOver: () => BOOLEAN },
    { name: "isInsert", typeOver: () => BOOLEAN },
    { name: "isUpdate", typeOver: () => BOOLEAN },
    { name: "isDelete", typeOver: () => BOOLEAN },
    { name: "isUndelete", typeOver: () => BOOLEAN },
    { name: "isExecuting", typeOver: () => BOOLEAN },
    { name: "size", typeOver: () => INTEGER },
    { name: "operationType", typeOver: () => TRIGGER_OPERATION },
];
