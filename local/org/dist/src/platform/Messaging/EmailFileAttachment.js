/** Messaging.EmailFileAttachment. Source: Apex Reference, "EmailFileAttachment Class". */
import { plainType } from "../plain-type.js";
function getter(field) {
    return (attachment) => attachment.fields.get(field);
}
function setter(field) {
    return (attachment, value) => {
        attachment.fields.set(field, value);
    };
}
export const emailFileAttachmentBehaviour = plainType("Messaging.EmailFileAttachment", {
    defaults: { Inline: () => false },
    methods: {
        getBody: getter("Body"),
        getContentType: getter("ContentType"),
        getFileName: getter("FileName"),
        getId: getter("Id"),
        getInline: getter("Inline"),
        setBody: setter("Body"),
        setContentType: setter("ContentType"),
        setFileName: setter("FileName"),
        setInline: setter("Inline"),
    },
}).behaviour;
