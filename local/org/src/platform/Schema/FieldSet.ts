/** Schema.FieldSet and Schema.FieldSetMember. Source: Apex Reference, "FieldSet Class". */
import { ApexList } from "../../runtime/list.ts";
import { FieldSetValue, FieldToken, ObjectToken } from "../../runtime/tokens.ts";
import { transaction } from "../../runtime/transaction.ts";
import { platformTypeNamed } from "../../runtime/type.ts";
import type { FieldDescribe, SObjectDescribe } from "../../schema/schema.ts";
import { resolveFieldPath } from "../../soql/field-path.ts";
import { describeType } from "./describe-type.ts";
import { displayType } from "./DescribeFieldResult.ts";
import { platformType } from "../../runtime/behaviour.ts";

export class FieldSetMemberValue {
  readonly path: string;
  readonly isRequired: boolean;
  readonly field: FieldDescribe;

  constructor(object: SObjectDescribe, path: string, isRequired: boolean) {
    this.path = path;
    this.isRequired = isRequired;
    this.field = resolveFieldPath(
      transaction().host.schema,
      object,
      path.split("."),
      new Map(),
    ).field;
  }
}

export const fieldSetBehaviour = describeType(
  "Schema.FieldSet",
  FieldSetValue,
  {
    Name: (set: FieldSetValue) => set.describe.name,
    Label: (set: FieldSetValue) => set.describe.label,
    Description: (set: FieldSetValue) => set.describe.description,
    NameSpace: () => null,
    SObjectType: (set: FieldSetValue) => new ObjectToken(set.object),
    Fields: (set: FieldSetValue) =>
      new ApexList(
        platformTypeNamed("Schema.FieldSetMember"),
        set.describe.fields.map(
          ({ path, isRequired }) => new FieldSetMemberValue(set.object, path, isRequired),
        ),
      ),
  },
  {},
);

export const fieldSetMemberBehaviour = describeType(
  "Schema.FieldSetMember",
  FieldSetMemberValue,
  {
    FieldPath: (member: FieldSetMemberValue) => member.path,
    Label: (member: FieldSetMemberValue) => member.field.label,
    Type: (member: FieldSetMemberValue) => displayType(member.field.type),
    Required: (member: FieldSetMemberValue) => member.isRequired,
    DbRequired: (member: FieldSetMemberValue) =>
      member.field.isRequired || !member.field.isNillable,
  },
  {},
);

export const fieldSetMemberTokenBehaviour = platformType({
  type: "Schema.FieldSetMember",
  methods: { getSObjectField: (member: FieldSetMemberValue) => new FieldToken(member.field) },
});
