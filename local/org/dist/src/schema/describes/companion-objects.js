import { fieldDescribe } from "./field-describe.js";
import { objectDescribe } from "./object-describe.js";
import { CREATED_BY, CREATED_DATE, idField, IS_DELETED, LAST_MODIFIED_BY, LAST_MODIFIED_DATE, lookup, SYSTEM_MODSTAMP, text, } from "./system-fields.js";
const SUFFIXES = {
    share: "Share",
    history: "History",
    feed: "Feed",
    changeEvent: "ChangeEvent",
};
/** `Foo__c` → `Foo__Share`. */
export function companionName(object, kind) {
    return object.replace(/c$/i, SUFFIXES[kind]);
}
export function companionDescribe(parent, kind, keyPrefix, sharingReasons) {
    const name = companionName(parent.name, kind);
    const fields = draftsOf(parent, kind, sharingReasons).map((draft) => fieldDescribe({ ...draft, object: name }));
    const isShare = kind === "share";
    return objectDescribe({
        name,
        label: `${parent.label} ${SUFFIXES[kind]}`,
        labelPlural: `${parent.label} ${SUFFIXES[kind]}`,
        kind,
        keyPrefix,
        fields: kind === "changeEvent" ? [...fields, ...changeEventFields(parent, name)] : fields,
        isCreateable: isShare,
        isUpdateable: isShare,
        isDeletable: isShare,
        isUndeletable: false,
        isQueryable: kind !== "changeEvent",
    });
}
function draftsOf(parent, kind, sharingReasons) {
    const parentId = lookup("ParentId", "Parent ID", [parent.name], {
        isNillable: false,
        isUpdateable: false,
        deleteConstraint: "Cascade",
    });
    const id = idField("ID");
    switch (kind) {
        case "share":
            return [
                id,
                parentId,
                picklist("AccessLevel", "Access Level", ["Read", "Edit", "All"]),
                lookup("UserOrGroupId", "User/Group ID", ["Group", "User"], {
                    isNillable: false,
                    isUpdateable: false,
                }),
                picklist("RowCause", "Row Cause", ["Owner", "Manual", "Rule", ...sharingReasons]),
                LAST_MODIFIED_DATE,
                LAST_MODIFIED_BY,
                IS_DELETED,
            ];
        case "history":
            return [
                id,
                IS_DELETED,
                parentId,
                CREATED_BY,
                CREATED_DATE,
                picklist("Field", "Changed Field", []),
                picklist("DataType", "Datatype", []),
                { name: "OldValue", label: "Old Value", type: "anyType" },
                { name: "NewValue", label: "New Value", type: "anyType" },
            ];
        case "feed":
            return [
                id,
                parentId,
                picklist("Type", "Feed Item Type", []),
                CREATED_BY,
                CREATED_DATE,
                IS_DELETED,
                LAST_MODIFIED_DATE,
                SYSTEM_MODSTAMP,
                { name: "CommentCount", label: "Comment Count", type: "int" },
                { name: "LikeCount", label: "Like Count", type: "int" },
                text("Title", "Title", 255),
                { name: "Body", label: "Body", type: "textarea", length: 10_000 },
                { name: "LinkUrl", label: "Link Url", type: "url", length: 1000 },
            ];
        case "changeEvent":
            return [
                idField("Change Event ID"),
                text("ReplayId", "Replay ID", 1000),
                { name: "ChangeEventHeader", label: "Change Event Header", type: "complexvalue" },
            ];
    }
}
/** The fields of the record that changed, but what is computed or deleted with it. */
function changeEventFields(parent, name) {
    return [...parent.fields.values()]
        .filter((field) => field.name !== "Id" &&
        field.name !== "IsDeleted" &&
        field.name !== "SystemModstamp" &&
        field.formula === null &&
        field.rollup === null)
        .map((field) => ({ ...field, object: name }));
}
function picklist(name, label, values) {
    const picklistValues = values.map((value) => ({
        value,
        label: value,
        isDefault: false,
        isActive: true,
    }));
    return { name, label, type: "picklist", length: 40, picklistValues };
}
