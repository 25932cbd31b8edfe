import { NameMap } from "../name-map.js";
import { curatedObject } from "../standard/curated-objects.js";
import { DEFAULT_SHARING_MODELS } from "../standard/default-sharing-models.js";
import { featureOf } from "../standard/org-features.js";
import { words } from "../standard/field-label.js";
import { customFieldDescribes } from "./custom-field-describe.js";
import { objectDescribe } from "./object-describe.js";
import { standardFieldDescribe } from "./standard-field-describe.js";
/** An object of the platform, with what the project adds to it. */
export function standardObjectDescribe(object, context) {
    const kind = kindOf(object);
    const detail = curatedObject(object.name) ?? uncurated(object, kind);
    const settings = context.additions[0]?.settings ?? null;
    return objectDescribe({
        name: object.name,
        label: detail.label,
        labelPlural: detail.labelPlural,
        kind,
        keyPrefix: context.keyPrefix,
        nameField: detail.nameField,
        fields: fieldsOf(object, detail, context),
        children: [...standardChildren(object, context.features), ...context.children],
        fieldSets: context.additions.flatMap((addition) => addition.fieldSets),
        recordTypes: context.additions.flatMap((addition) => addition.recordTypes),
        validationRules: context.additions.flatMap((addition) => addition.validationRules),
        isHistoryTracked: settings?.isHistoryTracked ?? false,
        sharingModel: sharingModelOf(object.name, context.additions),
        isCreateable: detail.isCreateable,
        isUpdateable: detail.isUpdateable,
        isDeletable: detail.isDeletable,
        isUndeletable: detail.isUndeletable,
        isQueryable: detail.isQueryable,
    });
}
/** Tasks and events have that of activities. */
function sharingModelOf(name, additions) {
    for (const { settings } of additions) {
        if (settings?.sharingModel !== null && settings?.sharingModel !== undefined)
            return settings.sharingModel;
    }
    return DEFAULT_SHARING_MODELS.get(name) ?? "ReadWrite";
}
function fieldsOf(object, detail, context) {
    const added = context.additions.flatMap((addition) => addition.fields);
    const settings = NameMap.by(added, (field) => field.name);
    const standard = object.fields.flatMap((field) => {
        const describe = standardFieldDescribe(detail, field, context.features, context.addedReferences, settings.get(field.name));
        return describe === null ? [] : withPlaces(describe, context.countries);
    });
    const custom = added
        .filter((field) => /__c$/i.test(field.name))
        .flatMap((field) => customFieldDescribes(field, context.fields));
    return [...standard, ...custom];
}
/** The codes of State and Country/Territory Picklists. */
function withPlaces(field, countries) {
    const kind = /(State|Country)Code$/.exec(field.name)?.[1];
    if (kind === undefined || countries.length === 0)
        return field;
    const places = kind === "Country" ? countries : countries.flatMap(({ states }) => states);
    const byCode = new Map(places.map(({ code, label }) => [code, label]));
    return {
        ...field,
        isRestrictedPicklist: true,
        picklistValues: [...byCode].map(([value, label]) => ({
            value,
            label,
            isDefault: false,
            isActive: true,
        })),
    };
}
function kindOf(object) {
    const has = (name) => object.fields.some((field) => field.name === name);
    if (object.name.endsWith("ChangeEvent") && has("ChangeEventHeader"))
        return "changeEvent";
    if (has("ReplayId"))
        return "platformEvent";
    if (object.name.endsWith("Share") && has("RowCause"))
        return "share";
    if (object.name.endsWith("History") && has("OldValue"))
        return "history";
    return object.name.endsWith("Feed") && has("CommentCount") ? "feed" : "standard";
}
/** What can be said of an object that nobody curated. */
function uncurated(object, kind) {
    const label = words(object.name);
    const isRecord = kind === "standard";
    const isWritten = isRecord || kind === "share";
    return {
        name: object.name,
        label,
        labelPlural: `${label}s`,
        keyPrefix: null,
        nameField: object.fields.find((field) => field.name === "Name")?.name ?? null,
        isCreateable: isWritten || kind === "platformEvent",
        isUpdateable: isWritten,
        isDeletable: isWritten,
        isQueryable: kind !== "platformEvent" && kind !== "changeEvent",
        isUndeletable: isRecord,
        isSetupObject: false,
        fields: [],
    };
}
function standardChildren(object, features) {
    const isThere = ({ relationshipName }) => {
        const feature = featureOf(object.name, relationshipName);
        return feature === null || features.has(feature);
    };
    return object.childRelationships.filter(isThere).map((child) => ({
        ...child,
        isCascadeDelete: curatedObject(child.childObject)?.fields.find((field) => field.name === child.field)
            ?.deleteConstraint === "Cascade",
    }));
}
