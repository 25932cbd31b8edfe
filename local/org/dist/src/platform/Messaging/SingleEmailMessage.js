/** Messaging.Email and SingleEmailMessage. Source: Apex Reference, "SingleEmailMessage Methods". */
import { platformType } from "../../runtime/behaviour.js";
export class EmailValue {
    /** By the catalog's spelling of the field, `ToAddresses`. */
    fields = new Map();
}
export class SingleEmailMessageValue extends EmailValue {
}
const EMAIL_FIELDS = [
    "BccSender",
    "EmailPriority",
    "ReplyTo",
    "SaveAsActivity",
    "SenderDisplayName",
    "Subject",
    "UseSignature",
];
const SINGLE_FIELDS = [
    "BccAddresses",
    "CcAddresses",
    "Charset",
    "EntityAttachments",
    "FileAttachments",
    "HtmlBody",
    "InReplyTo",
    "OptOutPolicy",
    "OrgWideEmailAddressId",
    "PlainTextBody",
    "References",
    "SaveAsActivity",
    "Subject",
    "TargetObjectId",
    "TemplateId",
    "TemplateName",
    "ToAddresses",
    "TreatBodiesAsTemplate",
    "TreatTargetObjectAsRecipient",
    "UserMail",
    "WhatId",
];
/** Fields that only methods reach. */
const METHOD_FIELDS = ["OneClickPost", "UnsubscribeComment", "UnsubscribeUrls"];
function getter(field) {
    return (email) => email.fields.get(field) ?? null;
}
function setter(field) {
    return (email, value) => {
        email.fields.set(field, value);
        return value;
    };
}
function table(fields, prefix, make) {
    return Object.fromEntries(fields.map((field) => [`${prefix}${field}`, make(field)]));
}
function initial(email) {
    email.fields.set("BccSender", false).set("SaveAsActivity", true).set("UseSignature", true);
}
function newSingle() {
    const message = new SingleEmailMessageValue();
    initial(message);
    message.fields
        .set("TreatBodiesAsTemplate", false)
        .set("TreatTargetObjectAsRecipient", true)
        .set("UserMail", false);
    return message;
}
export const emailBehaviour = platformType({
    type: "Messaging.Email",
    implementation: EmailValue,
    methods: { ...table(EMAIL_FIELDS, "get", getter), ...table(EMAIL_FIELDS, "set", setter) },
    getters: table(EMAIL_FIELDS, "", getter),
    setters: table(EMAIL_FIELDS, "", setter),
});
const BOOLEANS = ["TreatBodiesAsTemplate", "TreatTargetObjectAsRecipient", "UserMail"];
const READABLE = [...SINGLE_FIELDS, "OneClickPost"].filter((field) => !BOOLEANS.includes(field) && field !== "SaveAsActivity" && field !== "Subject");
const WRITABLE = [...SINGLE_FIELDS, ...METHOD_FIELDS].filter((field) => field !== "TemplateName" &&
    field !== "SaveAsActivity" &&
    field !== "Subject" &&
    field !== "UserMail");
export const singleEmailMessageBehaviour = platformType({
    type: "Messaging.SingleEmailMessage",
    implementation: SingleEmailMessageValue,
    constructors: { new: newSingle },
    methods: {
        ...table(READABLE, "get", getter),
        ...table(BOOLEANS, "is", getter),
        ...table(WRITABLE, "set", setter),
    },
    getters: table(SINGLE_FIELDS, "", getter),
    setters: table(SINGLE_FIELDS, "", setter),
});
