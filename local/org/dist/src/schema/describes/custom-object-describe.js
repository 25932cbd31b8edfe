import { customFieldDescribes } from "./custom-field-describe.js";
import { objectDescribe } from "./object-describe.js";
import { standardChildren } from "./relationships.js";
import { systemFields } from "./system-fields.js";
export function kindOf(name, settings) {
    if (/__e$/i.test(name))
        return "platformEvent";
    if (/__mdt$/i.test(name))
        return "customMetadata";
    if (settings.customSettingsType === "List")
        return "listCustomSetting";
    return settings.customSettingsType === "Hierarchy" ? "hierarchyCustomSetting" : "custom";
}
/** An object that the project defines. */
export function customObjectDescribe(object, settings, context) {
    const kind = kindOf(object.name, settings);
    const label = settings.label ?? object.name;
    const isDetail = object.fields.some(isMasterDetail);
    const own = systemFields({
        object: object.name,
        objectLabel: label,
        kind,
        settings,
        isDetail,
        hasRecordTypes: object.recordTypes.length > 0,
        hasTab: context.hasTab,
        hasCurrencies: context.hasCurrencies,
    });
    const isRecord = kind === "custom";
    return objectDescribe({
        name: object.name,
        label,
        labelPlural: settings.labelPlural ?? label,
        kind,
        isCustom: true,
        keyPrefix: context.keyPrefix,
        fields: [
            ...own,
            ...object.fields.flatMap((field) => customFieldDescribes(field, context.fields)),
        ],
        children: isRecord ? [...standardChildren(object), ...context.children] : context.children,
        fieldSets: object.fieldSets,
        recordTypes: object.recordTypes,
        validationRules: object.validationRules,
        isHistoryTracked: settings.isHistoryTracked,
        publishBehavior: kind === "platformEvent" ? settings.publishBehavior : null,
        sharingModel: isDetail ? "ControlledByParent" : (settings.sharingModel ?? "ReadWrite"),
        ...permitted(kind),
    });
}
/** Events are published and never changed; custom metadata is deployed and never written; settings have no recycle bin. */
function permitted(kind) {
    switch (kind) {
        case "platformEvent":
            return { isUpdateable: false, isDeletable: false, isUndeletable: false, isQueryable: false };
        case "customMetadata":
            return { isCreateable: false, isUpdateable: false, isDeletable: false, isUndeletable: false };
        case "listCustomSetting":
        case "hierarchyCustomSetting":
            return { isUndeletable: false };
        default:
            return {};
    }
}
function isMasterDetail(field) {
    return field.type === "MasterDetail";
}
