/** Messaging.EmailFileAttachment. Source: Apex Reference, "EmailFileAttachment Class". */
import { plainType, type PlainValue } from "../plain-type.ts";
import type { Behaviour } from "../../runtime/behaviour.ts";

function getter(field: string): Behaviour {
  return (attachment: PlainValue) => attachment.fields.get(field);
}

function setter(field: string): Behaviour {
  return (attachment: PlainValue, value: unknown) => {
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
