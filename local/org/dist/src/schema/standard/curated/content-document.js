import { curate } from "../curate.js";
import { checkbox, date, datetime, integer, lookup, owner, picklist, text, textArea, } from "../field-builders.js";
export const contentDocument = curate({
    name: "ContentDocument",
    labelPlural: "Content Documents",
    keyPrefix: "069",
    nameField: "Title",
    allows: ["update", "delete", "undelete"],
    fields: {
        IsArchived: checkbox(),
        ArchivedById: lookup({ label: "User ID", readOnly: true }),
        ArchivedDate: date({ readOnly: true }),
        OwnerId: owner(),
        Title: text(255, { filled: true }),
        PublishStatus: picklist(["U=Upload Interrupted", "P=Public", "R=Private Library"], {
            filled: true,
            default: "U",
            length: 40,
            readOnly: true,
            restricted: true,
        }),
        LatestPublishedVersionId: lookup({ readOnly: true }),
        ParentId: lookup(),
        Description: textArea(1000),
        ContentSize: integer(9, { label: "Size", readOnly: true }),
        FileType: text(20, { readOnly: true }),
        FileExtension: text(40, { readOnly: true }),
        SharingOption: picklist(["A=Freeze Sharing Off", "R=Freeze Sharing On"], {
            label: "Prevent others from sharing and unsharing",
            default: "A",
            length: 40,
            restricted: true,
        }),
        SharingPrivacy: picklist(["N=Visible to Anyone With Record Access", "P=Private on Records"], {
            label: "File Privacy on Records",
            default: "N",
            length: 40,
            restricted: true,
        }),
        ContentModifiedDate: datetime({ readOnly: true }),
        ContentAssetId: lookup({ label: "Asset File ID", readOnly: true }),
    },
});
