/** Schema.FieldSet and Schema.FieldSetMember. Source: Apex Reference, "FieldSet Class". */
import { ApexList } from "../../runtime/list.js";
import { FieldSetValue, FieldToken, ObjectToken } from "../../runtime/tokens.js";
import { transaction } from "../../runtime/transaction.js";
import { platformTypeNamed } from "../../runtime/type.js";
import { resolveFieldPath } from "../../soql/field-path.js";
import { describeType } from "./describe-type.js";
import { displayType } from "./DescribeFieldResult.js";
import { platformType } from "../../runtime/behaviour.js";
export class FieldSetMemberValue {
    path;
    isRequired;
    field;
    constructor(object, path, isRequired) {
        this.path = path;
        this.isRequired = isRequired;
        this.field = resolveFieldPath(transaction().host.schema, object, path.split("."), new Map()).field;
    }
}
export const fieldSetBehaviour = describeType("Schema.FieldSet", FieldSetValue, {
    Name: (set) => set.describe.name,
    Label: (set) => set.describe.label,
    Description: (set) => set.describe.description,
    NameSpace: () => null,
    SObjectType: (set) => new ObjectToken(set.object),
    Fields: (set) => new ApexList(platformTypeNamed("Schema.FieldSetMember"), set.describe.fields.map(({ path, isRequired }) => new FieldSetMemberValue(set.object, path, isRequired))),
}, {});
export const fieldSetMemberBehaviour = describeType("Schema.FieldSetMember", FieldSetMemberValue, {
    FieldPath: (member) => member.path,
    Label: (member) => member.field.label,
    Type: (member) => displayType(member.field.type),
    Required: (member) => member.isRequired,
    DbRequired: (member) => member.field.isRequired || !member.field.isNillable,
}, {});
export const fieldSetMemberTokenBehaviour = platformType({
    type: "Schema.FieldSetMember",
    methods: { getSObjectField: (member) => new FieldToken(member.field) },
});
