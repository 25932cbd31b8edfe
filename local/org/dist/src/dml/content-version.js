import { ApexBlob } from "../runtime/blob.js";
import { requiredFieldsMissing } from "./save-error.js";
/** A file kept in Salesforce needs content and a path; nothing is not content. Source: Object Reference, ContentVersion. */
export function checkContentVersion(draft) {
    const { VersionData, PathOnClient, ContentLocation } = draft.values;
    if ((ContentLocation ?? "S") !== "S" || draft.before !== null)
        return;
    const hasContent = VersionData instanceof ApexBlob && VersionData.size > 0;
    const missing = [
        ...(hasContent ? [] : ["VersionData"]),
        ...(typeof PathOnClient === "string" && PathOnClient !== "" ? [] : ["PathOnClient"]),
    ];
    if (missing.length > 0)
        draft.errors.push(requiredFieldsMissing(missing));
}
/**
 * What the platform makes of a new ContentVersion: the ContentDocument it is a version of, and the links to its owner and to the record
 * it was first published on. Runs before the version is saved. Source: Object Reference, ContentVersion, ContentDocument.
 */
export function publishContentVersion(context, draft) {
    const { values } = draft;
    const path = values["PathOnClient"];
    const extension = typeof path === "string" && path.includes(".") ? (path.split(".").at(-1) ?? null) : null;
    values["Title"] ??= typeof path === "string" ? path : null;
    values["FileExtension"] = extension;
    values["FileType"] =
        extension === null
            ? "UNKNOWN"
            : (FILE_TYPES[extension.toLowerCase()] ?? extension.toUpperCase());
    values["IsLatest"] = true;
    draft.id ??= context.store.mint("ContentVersion");
    if (typeof values["ContentDocumentId"] === "string") {
        replaceLatest(context, values["ContentDocumentId"], draft.id);
        return;
    }
    const documentId = putRow(context, "ContentDocument", {
        Title: values["Title"] ?? null,
        FileType: values["FileType"],
        FileExtension: extension,
        LatestPublishedVersionId: draft.id,
        OwnerId: context.userId,
    });
    values["ContentDocumentId"] = documentId;
    const firstLocation = values["FirstPublishLocationId"];
    for (const entity of [context.userId, typeof firstLocation === "string" ? firstLocation : null]) {
        if (entity === null)
            continue;
        putRow(context, "ContentDocumentLink", {
            ContentDocumentId: documentId,
            LinkedEntityId: entity,
            ShareType: entity === context.userId ? "I" : "V",
            Visibility: "AllUsers",
        });
    }
}
const FILE_TYPES = {
    docx: "WORD_X",
    xlsx: "EXCEL_X",
    pptx: "POWER_POINT_X",
    txt: "TEXT",
    jpg: "JPG",
    m4a: "M4A",
};
function replaceLatest(context, documentId, versionId) {
    for (const row of [
        ...context.store.table("ContentVersion").find("ContentDocumentId", documentId),
    ]) {
        context.store.put({ ...row, values: { ...row.values, IsLatest: false } });
    }
    const document = context.store.get("ContentDocument", documentId);
    if (document !== undefined)
        context.store.put({
            ...document,
            values: { ...document.values, LatestPublishedVersionId: versionId },
        });
}
function putRow(context, object, values) {
    const describe = context.schema.object(object);
    if (describe === undefined)
        throw new Error(`the schema has no ${object}`);
    const id = context.store.mint(object);
    const known = Object.fromEntries(Object.entries(values).filter(([name]) => describe.fields.has(name.toLowerCase())));
    context.store.put({ object, id, isDeleted: false, values: known });
    return id;
}
