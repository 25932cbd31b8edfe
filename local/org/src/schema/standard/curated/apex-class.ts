import { curate } from "../curate.ts";
import { checkbox, double, integer, picklist, text, textArea } from "../field-builders.ts";

export const apexClass = curate({
  name: "ApexClass",
  labelPlural: "Apex Classes",
  keyPrefix: "01p",
  allows: [],
  isSetupObject: true,
  fields: {
    Name: text(255, { filled: true }),
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
