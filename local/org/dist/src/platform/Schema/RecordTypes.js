/** Schema.RecordTypeInfo. Source: Apex Reference, "RecordTypeInfo Class". */
import { ApexList } from "../../runtime/list.js";
import { ApexMap } from "../../runtime/map.js";
import { transaction } from "../../runtime/transaction.js";
import { ID, platformTypeNamed, STRING } from "../../runtime/type.js";
import { describeType } from "./describe-type.js";
/** The master record type has this id everywhere. */
const MASTER_ID = "012000000000000AAA";
export class RecordTypeInfoValue {
    describe;
    id;
    constructor(describe, id) {
        this.describe = describe;
        this.id = id;
    }
}
const TYPE = platformTypeNamed("Schema.RecordTypeInfo");
function infosOf(object) {
    return object.recordTypes.map((type) => new RecordTypeInfoValue(type, recordTypeId(object.name, type)));
}
function recordTypeId(object, type) {
    if (type.isMaster)
        return MASTER_ID;
    const { host } = transaction();
    const found = host.data.recordTypeId(object, type.developerName);
    if (found === null)
        throw new Error(`${object} has no record of its type ${type.developerName}`);
    return found;
}
export function recordTypeList(object) {
    return new ApexList(TYPE, [...infosOf(object)]);
}
export function recordTypesBy(object, key) {
    return new ApexMap(STRING, TYPE, infosOf(object).map((info) => [info.describe[key], info]));
}
export function recordTypesById(object) {
    return new ApexMap(ID, TYPE, infosOf(object).map((info) => [info.id, info]));
}
export const recordTypeInfoBehaviour = describeType("Schema.RecordTypeInfo", RecordTypeInfoValue, {
    Name: (info) => info.describe.label,
    DeveloperName: (info) => info.describe.developerName,
    RecordTypeId: (info) => info.id,
}, {
    Active: (info) => info.describe.isActive,
    Available: (info) => info.describe.isActive,
    DefaultRecordTypeMapping: (info) => info.describe.isDefault,
    Master: (info) => info.describe.isMaster,
});
