/**
 * Result types that nothing in this org makes (approvals, lead conversion) but tests make from JSON: fields by name in any case, and a
 * getter method for each.
 */
import { ApexList } from "../../runtime/list.js";
import { ID, platformTypeNamed } from "../../runtime/type.js";
import { PlainValue, plainType } from "../plain-type.js";
import { platformCatalog } from "../../signatures/catalog.js";
import { JsonFields, registerJsonForm } from "./platform-forms.js";
import { ResultNode } from "./result-node.js";
/** `getLeadId()`, `isSuccess()` over the fields `LeadId`, `Success`. */
export function plainResultType(name) {
    const type = plainType(name, { methods: gettersOf(name) });
    const fields = platformCatalog().find(name)?.fields ?? [];
    const valueOf = (members, field, kind) => {
        switch (kind) {
            case "Boolean":
                return members.isTrue(field);
            case "List":
                return field === "Errors"
                    ? new ApexList(platformTypeNamed("Database.Error"), [...members.errors])
                    : new ApexList(ID, [...members.texts(field)]);
            default:
                return members.text(field);
        }
    };
    registerJsonForm({
        type: name,
        read: (node) => {
            const members = new ResultNode(node);
            const result = type.create();
            for (const field of fields)
                result.fields.set(field.name, valueOf(members, field.name, field.type.name));
            return result;
        },
        write: (value) => (value instanceof PlainValue ? writeFields(value) : null),
    });
    return type.behaviour;
}
function gettersOf(name) {
    const methods = platformCatalog().find(name)?.methods ?? [];
    return Object.fromEntries(methods.map((method) => {
        const field = method.name.replace(/^(?:get|is)/, "");
        return [method.name, (value) => value.fields.get(field) ?? null];
    }));
}
function writeFields({ fields }) {
    return new JsonFields([...fields].map(([field, value]) => [field.charAt(0).toLowerCase() + field.slice(1), value]));
}
