import { isVisible, requestedObject, rightsOf } from "../context.js";
import { json } from "../http.js";
export function describeGlobal(context) {
    const { schema } = context.org.host;
    const rights = rightsOf(context);
    const sobjects = schema.objectNames().flatMap((name) => {
        const describe = schema.object(name);
        return describe === undefined || !isVisible(describe, rights)
            ? []
            : [objectJson(describe, context.basePath, rights)];
    });
    return json(200, { encoding: "UTF-8", maxBatchSize: 200, sobjects });
}
export function describeBasic(context) {
    return json(200, {
        objectDescribe: objectJson(requestedObject(context), context.basePath, rightsOf(context)),
        recentItems: [],
    });
}
export function describeObject(context) {
    const describe = requestedObject(context);
    const rights = rightsOf(context);
    return json(200, {
        ...objectJson(describe, context.basePath, rights),
        fields: [...describe.fields.values()]
            .filter(({ name }) => rights.canReadField(describe.name, name))
            .map((field) => fieldJson(field, rights)),
        childRelationships: [...describe.childRelationships.values()].map((child) => ({
            cascadeDelete: child.isCascadeDelete,
            childSObject: child.childObject,
            field: child.field,
            relationshipName: child.relationshipName,
        })),
        recordTypeInfos: describe.recordTypes.map((type) => ({
            active: type.isActive,
            available: type.isActive,
            defaultRecordTypeMapping: type.isDefault,
            developerName: type.developerName,
            master: type.isMaster,
            name: type.label,
        })),
    });
}
/** What can be done with an object is what this user can do with it. */
function objectJson(describe, basePath, rights) {
    const url = `${basePath}/sobjects/${describe.name}`;
    return {
        name: describe.name,
        label: describe.label,
        labelPlural: describe.labelPlural,
        keyPrefix: describe.keyPrefix,
        custom: describe.isCustom,
        customSetting: describe.kind === "hierarchyCustomSetting" || describe.kind === "listCustomSetting",
        createable: describe.isCreateable && rights.canCreateObject(describe.name),
        updateable: describe.isUpdateable && rights.canEditObject(describe.name),
        deletable: describe.isDeletable && rights.canDeleteObject(describe.name),
        undeletable: describe.isUndeletable,
        queryable: describe.isQueryable,
        retrieveable: describe.isQueryable,
        urls: { sobject: url, describe: `${url}/describe`, rowTemplate: `${url}/{ID}` },
    };
}
function fieldJson(field, rights) {
    return {
        name: field.name,
        label: field.label,
        type: field.type,
        length: field.length,
        precision: field.precision,
        scale: field.scale,
        nillable: field.isNillable,
        unique: field.isUnique,
        caseSensitive: field.isCaseSensitive,
        externalId: field.isExternalId,
        idLookup: field.isIdLookup,
        createable: field.isCreateable && rights.canEditField(field.object, field.name),
        updateable: field.isUpdateable && rights.canEditField(field.object, field.name),
        filterable: field.isFilterable,
        sortable: field.isSortable,
        groupable: field.isGroupable,
        custom: field.isCustom,
        nameField: field.isNameField,
        autoNumber: field.autoNumberFormat !== null,
        calculated: field.formula !== null || field.rollup !== null,
        calculatedFormula: field.formula,
        defaultedOnCreate: field.isDefaultedOnCreate,
        htmlFormatted: field.isHtmlFormatted,
        encrypted: field.isEncrypted,
        inlineHelpText: field.inlineHelpText,
        referenceTo: field.referenceTo,
        relationshipName: field.relationshipName,
        restrictedPicklist: field.isRestrictedPicklist,
        picklistValues: field.picklistValues.map(({ value, label, isDefault, isActive }) => ({
            value,
            label,
            defaultValue: isDefault,
            active: isActive,
        })),
    };
}
