/** What the identifiers of a formula stand for: fields of a record or of an object, and `$` globals. */
import { ApexBlob } from "../../runtime/blob.ts";
import { ApexDate } from "../../runtime/date.ts";
import { ApexDatetime } from "../../runtime/datetime.ts";
import { ApexDecimal } from "../../runtime/decimal.ts";
import { ApexDouble } from "../../runtime/double.ts";
import { ApexEnum } from "../../runtime/enum.ts";
import type { ClassDefinition } from "../../runtime/object.ts";
import { ApexObject } from "../../runtime/object.ts";
import { SObjectValue } from "../../runtime/sobject.ts";
import { ApexTime } from "../../runtime/time.ts";
import { transaction } from "../../runtime/transaction.ts";
import type { RuntimeType } from "../../runtime/type.ts";
import type { FieldType, SObjectDescribe } from "../../schema/schema.ts";
import type { FormulaOperand } from "../../formula/operand.ts";
import type { StoredValue } from "../../store/row.ts";
import type { PrimitiveName } from "../../types/type.ts";

/** An identifier that the context type does not have. */
export class UnknownIdentifier extends Error {}

/** `value` is null while a formula is only checked. */
export function operandOf(
  identifier: string,
  type: RuntimeType,
  value: unknown,
  blankAsZero: boolean,
): FormulaOperand {
  const [first = "", ...rest] = identifier.split(".");
  if (first.startsWith("$")) return globalOperand(first.slice(1), rest.join("."), blankAsZero);
  return type.kind === "sobject"
    ? recordOperand(describeOf(type.name), [first, ...rest], value, blankAsZero)
    : objectOperand(type, [first, ...rest], value, blankAsZero);
}

function describeOf(name: string): SObjectDescribe {
  const describe = transaction().host.schema.object(name);
  if (describe === undefined) throw new UnknownIdentifier(name);
  return describe;
}

function recordOperand(
  describe: SObjectDescribe,
  path: readonly string[],
  value: unknown,
  blankAsZero: boolean,
): FormulaOperand {
  const [name = "", ...rest] = path;
  const record = value instanceof SObjectValue ? value : null;
  if (rest.length > 0) {
    const lookup = describe.parentRelationships.get(name.toLowerCase());
    const target = lookup?.referenceTo[0];
    if (lookup === undefined || target === undefined) throw new UnknownIdentifier(name);
    const parent = record?.parent(lookup.relationshipName ?? name) ?? null;
    return recordOperand(describeOf(target), rest, parent, blankAsZero);
  }
  const field = describe.fields.get(name.toLowerCase());
  if (field === undefined) throw new UnknownIdentifier(name);
  return {
    type: field.type,
    value: stored(record?.get(field.name)),
    blankAsZero,
  };
}

function objectOperand(
  type: RuntimeType,
  path: readonly string[],
  value: unknown,
  blankAsZero: boolean,
): FormulaOperand {
  const [name = "", ...rest] = path;
  const field = type.kind === "class" ? fieldNamed(type.name, name) : undefined;
  if (field === undefined) throw new UnknownIdentifier(name);
  const inner: unknown = value instanceof ApexObject ? Reflect.get(value, field.key) : null;
  if (rest.length === 0)
    return {
      type: fieldTypeOf(field.type),
      value: stored(inner),
      blankAsZero,
    };
  return field.type.kind === "sobject"
    ? recordOperand(describeOf(field.type.name), rest, inner, blankAsZero)
    : objectOperand(field.type, rest, inner, blankAsZero);
}

function fieldNamed(
  className: string,
  name: string,
): ClassDefinition["fields"][number] | undefined {
  const sought = name.toLowerCase();
  for (
    let of = transaction().classes.find(className)?.definition ?? null;
    of !== null;
    of = of.superclass
  ) {
    const found = of.fields.find((field) => field.name.toLowerCase() === sought);
    if (found !== undefined) return found;
  }
  return undefined;
}

const FIELD_TYPES: Readonly<Record<PrimitiveName, FieldType>> = {
  Boolean: "boolean",
  Integer: "int",
  Long: "long",
  Double: "double",
  Decimal: "double",
  String: "string",
  Id: "id",
  Date: "date",
  Datetime: "datetime",
  Time: "time",
  Blob: "base64",
};

function fieldTypeOf(type: RuntimeType): FieldType {
  return type.kind === "primitive" ? FIELD_TYPES[type.name] : "string";
}

function stored(value: unknown): StoredValue {
  if (value === null || value === undefined) return null;
  if (value instanceof ApexEnum) return value.name;
  if (
    typeof value === "boolean" ||
    typeof value === "number" ||
    typeof value === "bigint" ||
    typeof value === "string" ||
    value instanceof ApexDecimal ||
    value instanceof ApexDouble ||
    value instanceof ApexDate ||
    value instanceof ApexDatetime ||
    value instanceof ApexTime ||
    value instanceof ApexBlob
  )
    return value;
  throw new UnknownIdentifier("a value that no formula takes");
}

/** `$User.Id`, `$Organization.Name`, `$Label.Greeting`, `$System.OriginDateTime`; permissions are those of the running user. */
function globalOperand(global: string, path: string, blankAsZero: boolean): FormulaOperand {
  const value = globalValue(global.toLowerCase(), path);
  const type =
    typeof value === "boolean" ? "boolean" : value instanceof ApexDatetime ? "datetime" : "string";
  return { type, value, blankAsZero };
}

function globalValue(global: string, path: string): StoredValue {
  const { host, user } = transaction();
  switch (global) {
    case "user": {
      const facts: Readonly<Record<string, string | null>> = {
        id: user.id,
        username: user.username,
        firstname: user.firstName,
        lastname: user.lastName,
        email: user.email,
        profileid: user.profileId,
        userroleid: user.roleId,
        usertype: user.userType,
        languagelocalekey: user.language,
        localesidkey: user.locale,
        timezonesidkey: user.timeZone,
      };
      return known(facts, `$User.${path}`, path);
    }
    case "organization":
      return known(
        { id: host.organization.id, name: host.organization.name },
        `$Organization.${path}`,
        path,
      );
    case "profile":
      return known({ id: user.profileId }, `$Profile.${path}`, path);
    case "userrole":
      return known({ id: user.roleId }, `$UserRole.${path}`, path);
    case "label": {
      const label = host.schema.labels.get(path.toLowerCase());
      if (label === undefined) throw new UnknownIdentifier(`$Label.${path}`);
      return label;
    }
    case "permission":
      return host.data.rights(user.id).hasCustomPermission(path);
    case "system":
      if (path.toLowerCase() === "origindatetime") return new ApexDatetime(Date.UTC(1900, 0, 1));
      throw new UnknownIdentifier(`$System.${path}`);
    default:
      throw new UnknownIdentifier(`$${global}.${path}`);
  }
}

function known(
  facts: Readonly<Record<string, string | null>>,
  identifier: string,
  name: string,
): string | null {
  const fact = facts[name.toLowerCase()];
  if (fact === undefined) throw new UnknownIdentifier(identifier);
  return fact;
}
