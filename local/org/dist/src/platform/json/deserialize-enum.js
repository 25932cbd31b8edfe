import { enumsOf } from "../../runtime/enums.js";
import { transaction } from "../../runtime/transaction.js";
import { typeName } from "../../runtime/type.js";
import { positionIn, refuseJson } from "./json-error.js";
/** Whether a project type is an enum. */
export function isEnumType(type) {
    return type.kind === "class" && transaction().classes.find(type.name)?.definition.kind === "enum";
}
export function deserializeEnum(node, type, { source, boundary }) {
    if (node.kind === "array" || node.kind === "object")
        return refuseJson("Illegal value for primitive");
    return (enumsOf(type).find(node.text) ??
        refuseJson(`The type ${typeName(type)} does not have an enum value ${node.text}`, positionIn(source, boundary)));
}
