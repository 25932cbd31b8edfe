const AUDIT_LOOKUPS = "CreatedById CreatedBy User,LastModifiedById LastModifiedBy User";
/** Standard objects that the stubs of API version 65 leave out: their pages of the Object Reference. */
export const OBJECTS_WITHOUT_STUB = {
    AccountTeamMember: {
        fields: {
            Id: "Id",
            String: "AccountAccessLevel CaseAccessLevel ContactAccessLevel OpportunityAccessLevel PhotoUrl TeamMemberRole Title",
            Boolean: "IsDeleted",
            Datetime: "CreatedDate LastModifiedDate SystemModstamp",
        },
        lookups: `AccountId Account Account,${AUDIT_LOOKUPS},UserId User User`,
    },
    ContentNote: {
        fields: {
            Id: "Id",
            String: "FileExtension FileType SharingPrivacy TextPreview Title",
            Blob: "Content",
            Boolean: "IsDeleted IsReadOnly",
            Integer: "ContentSize",
            Datetime: "ContentModifiedDate CreatedDate LastModifiedDate LastViewedDate SystemModstamp",
        },
        lookups: `ContentModifiedById ContentModifiedBy User,${AUDIT_LOOKUPS},LatestContentId LatestContent ContentVersion,LatestPublishedVersionId LatestPublishedVersion ContentVersion,OwnerId Owner User`,
    },
};
