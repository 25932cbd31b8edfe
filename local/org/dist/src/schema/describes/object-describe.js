import { NameMap } from "../name-map.js";
/** A describe from what is particular to an object; by default it can be written, deleted, restored and queried. */
export function objectDescribe(draft) {
    const { fields, children = [], fieldSets = [], recordTypes = [], ...particular } = draft;
    return {
        isCustom: false,
        keyPrefix: null,
        publishBehavior: null,
        nameField: fields.find((field) => field.isNameField)?.name ?? null,
        validationRules: [],
        isHistoryTracked: false,
        isCreateable: true,
        isUpdateable: true,
        isDeletable: true,
        isQueryable: true,
        isUndeletable: true,
        sharingModel: "ReadWrite",
        ...particular,
        fields: NameMap.by(fields, (field) => field.name),
        parentRelationships: NameMap.by(fields, (field) => field.relationshipName),
        childRelationships: NameMap.by(children, (child) => child.relationshipName),
        fieldSets: NameMap.by(fieldSets, (fieldSet) => fieldSet.name),
        recordTypes: [...recordTypes, MASTER],
    };
}
/** Every object has it; it is the default of whoever is assigned no other. */
const MASTER = {
    developerName: "Master",
    label: "Master",
    isActive: true,
    isDefault: true,
    isMaster: true,
};
