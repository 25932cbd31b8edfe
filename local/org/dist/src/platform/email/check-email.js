/** What makes the platform refuse an email before it is sent. Source: error texts of System.EmailException as observed. */
import { ApexList } from "../../runtime/list.js";
const ADDRESS_FIELDS = [
    ["ToAddresses", "to"],
    ["CcAddresses", "cc"],
    ["BccAddresses", "bcc"],
];
function addresses(email, field) {
    const list = email.fields.get(field);
    if (!(list instanceof ApexList))
        return [];
    return list.items.filter((item) => typeof item === "string");
}
function isSet(email, field) {
    const value = email.fields.get(field);
    return value !== null && value !== undefined && value !== "";
}
/** Null for an email that may go. Ids among the addresses stand for people. */
export function refusalOf(email) {
    for (const [field, label] of ADDRESS_FIELDS)
        for (const address of addresses(email, field))
            if (!/^[^\s@]+@[^\s@]+$/.test(address) && !/^00[35Q][a-zA-Z0-9]{12,15}$/.test(address))
                return {
                    statusCode: "INVALID_EMAIL_ADDRESS",
                    message: `Invalid ${label} address : ${address}`,
                    fields: [field.charAt(0).toLowerCase() + field.slice(1)],
                };
    const hasRecipient = isSet(email, "TargetObjectId") ||
        ADDRESS_FIELDS.some(([field]) => addresses(email, field).length > 0);
    if (!hasRecipient)
        return missing("Add a recipient to send an email.");
    const hasBody = ["HtmlBody", "PlainTextBody", "TemplateId"].some((field) => isSet(email, field));
    return hasBody ? null : missing("Missing body, need at least one of html or plainText");
}
function missing(message) {
    return { statusCode: "REQUIRED_FIELD_MISSING", message, fields: [] };
}
