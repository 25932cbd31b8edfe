/** Schema.RecordTypeInfo. Source: Apex Reference, "RecordTypeInfo Class". */
import { ApexList } from "../../runtime/list.ts";
import { ApexMap } from "../../runtime/map.ts";
import { transaction } from "../../runtime/transaction.ts";
import { ID, platformTypeNamed, STRING } from "../../runtime/type.ts";
import type { RecordTypeDescribe, SObjectDescribe } from "../../schema/schema.ts";
import { describeType } from "./describe-type.ts";

/** The master record type has this id everywhere. */
const MASTER_ID = "012000000000000AAA";

export class RecordTypeInfoValue {
  readonly describe: RecordTypeDescribe;
  readonly id: string;

  constructor(describe: RecordTypeDescribe, id: string) {
    this.describe = describe;
    this.id = id;
  }
}

const TYPE = platformTypeNamed("Schema.RecordTypeInfo");

function infosOf(object: SObjectDescribe): readonly RecordTypeInfoValue[] {
  return object.recordTypes.map(
    (type) => new RecordTypeInfoValue(type, recordTypeId(object.name, type)),
  );
}

function recordTypeId(object: string, type: RecordTypeDescribe): string {
  if (type.isMaster) return MASTER_ID;
  const { host } = transaction();
  const found = host.data.recordTypeId(object, type.developerName);
  if (found === null) throw new Error(`${object} has no record of its type ${type.developerName}`);
  return found;
}

export function recordTypeList(object: SObjectDescribe): ApexList {
  return new ApexList(TYPE, [...infosOf(object)]);
}

export function recordTypesBy(object: SObjectDescribe, key: "developerName" | "label"): ApexMap {
  return new ApexMap(
    STRING,
    TYPE,
    infosOf(object).map((info) => [info.describe[key], info] as const),
  );
}

export function recordTypesById(object: SObjectDescribe): ApexMap {
  return new ApexMap(
    ID,
    TYPE,
    infosOf(object).map((info) => [info.id, info] as const),
  );
}

export const recordTypeInfoBehaviour = describeType(
  "Schema.RecordTypeInfo",
  RecordTypeInfoValue,
  {
    Name: (info: RecordTypeInfoValue) => info.describe.label,
    DeveloperName: (info: RecordTypeInfoValue) => info.describe.developerName,
    RecordTypeId: (info: RecordTypeInfoValue) => info.id,
  },
  {
    Active: (info: RecordTypeInfoValue) => info.describe.isActive,
    Available: (info: RecordTypeInfoValue) => info.describe.isActive,
    DefaultRecordTypeMapping: (info: RecordTypeInfoValue) => info.describe.isDefault,
    Master: (info: RecordTypeInfoValue) => info.describe.isMaster,
  },
);
