import { curate } from "../curate.ts";
import { checkbox, double, integer, picklist, text, textArea } from "../field-builders.ts";

export const apexTrigger = curate({
  name: "ApexTrigger",
  labelPlural: "Apex Triggers",
  keyPrefix: "01q",
  allows: [],
  isSetupObject: true,
  fields: {
    Name: text(255, { filled: true }),
    TableEnumOrId: picklist([], { label: "Custom Object Definition ID", length: 40 }),
    UsageBeforeInsert: checkbox({ label: "BeforeInsert" }),
    UsageAfterInsert: checkbox({ label: "AfterInsert" }),
    UsageBeforeUpdate: checkbox({ label: "BeforeUpdate" }),
    UsageAfterUpdate: checkbox({ label: "AfterUpdate" }),
    UsageBeforeDelete: checkbox({ label: "BeforeDelete" }),
    UsageAfterDelete: checkbox({ label: "AfterDelete" }),
    UsageIsBulk: checkbox({ label: "IsBulk" }),
    UsageAfterUndelete: checkbox({ label: "AfterUndelete" }),
    ApiVersion: double(18, 1, { filled: true, createOnly: true }),
    Status: picklist(["Inactive", "Active", "Deleted"], {
      filled: true,
      default: "Active",
      length: 40,
      restricted: true,
    }),
    IsValid: checkbox(),
    BodyCrc: double(18, 0, { label: "Body CRC" }),
    Body: textArea(1_000_000),
    LengthWithoutComments: integer(9, {
      label: "Size Without Comments",
      filled: true,
    }),
  },
});
