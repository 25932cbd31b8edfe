import { ID, listOf, OBJECT, platformType, primitiveNamed, SOBJECT, sobjectType, } from "../../types/well-known.js";
import { checkBehaviour } from "../gaps.js";
import { platformFieldNamed } from "../members.js";
/** `account.Name`, `contact.Account`, `account.Contacts`; null when the object has none of that name. */
export function recordMember(target, access, context) {
    if (target.type.kind !== "sobject")
        return null;
    const { at, isSafe } = access;
    const key = access.name.toLowerCase();
    const object = context.compilation.schema.object(target.type.name);
    if (object === undefined)
        return genericRecordMember(target, access, context);
    const field = object.fields.get(key);
    if (field !== undefined) {
        const type = fieldType(field);
        return {
            kind: "recordField",
            target,
            object: object.name,
            field: field.name,
            isSafe,
            type,
            at,
        };
    }
    const parent = object.parentRelationships.get(key);
    if (parent !== undefined && parent.relationshipName !== null) {
        const relationship = parent.relationshipName;
        const type = parentType(parent);
        return { kind: "recordParent", target, object: object.name, relationship, isSafe, type, at };
    }
    const children = object.childRelationships.get(key);
    if (children !== undefined && children.relationshipName !== null) {
        const relationship = children.relationshipName;
        const type = listOf(sobjectType(children.childObject));
        return { kind: "recordChildren", target, object: object.name, relationship, isSafe, type, at };
    }
    return null;
}
/** `Id` is the one field of SObject itself. */
function genericRecordMember(target, access, context) {
    const { at, isSafe } = access;
    if (access.name.toLowerCase() === "id") {
        return { kind: "recordField", target, object: "SObject", field: "Id", isSafe, type: ID, at };
    }
    const field = platformFieldNamed(access.name, target.type, context.compilation);
    if (field === undefined)
        return null;
    checkBehaviour(field.owner, field.signature.name, false, at, context);
    const { name } = field.signature;
    return { kind: "platformField", target, owner: field.owner, name, isSafe, type: field.type, at };
}
/** A change event's header is an object of the platform, for which describes have no type. */
const CHANGE_EVENT_HEADER = "ChangeEventHeader";
export function fieldType(field) {
    return field.name === CHANGE_EVENT_HEADER
        ? platformType(`EventBus.${CHANGE_EVENT_HEADER}`)
        : apexType(field.apexType);
}
function apexType(name) {
    switch (name) {
        case "Object":
            return OBJECT;
        case "Address":
        case "Location":
            return platformType(`System.${name}`);
        default:
            return primitiveNamed(name) ?? OBJECT;
    }
}
/** A polymorphic parent (Owner, What, Who) is an SObject of the Name object. */
export function parentType(field) {
    const [only] = field.referenceTo;
    if (only === undefined)
        return SOBJECT;
    return field.referenceTo.length === 1 ? sobjectType(only) : sobjectType("Name");
}
