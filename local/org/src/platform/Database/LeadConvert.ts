/** Database.LeadConvert: what is asked of a conversion. Source: Apex Reference, "LeadConvert Class". */
import type { LeadConversion } from "../../runtime/host.ts";
import type { Behaviour } from "../../runtime/behaviour.ts";
import type { PlainValue } from "../plain-type.ts";
import { plainType } from "../plain-type.ts";
import { platformCatalog } from "../../signatures/catalog.ts";
import { required } from "../required.ts";

const TYPE = "Database.LeadConvert";
const SWITCHES = [
  "BypassAccountDedupeCheck",
  "BypassContactDedupeCheck",
  "DoNotCreateOpportunity",
  "OverwriteLeadSource",
  "SendNotificationEmail",
];

/** Records of one's own to be made are not taken yet. */
const UNSUPPORTED = /Record$/;

function accessors(): Readonly<Record<string, Behaviour>> {
  const methods = platformCatalog().find(TYPE)?.methods ?? [];
  return Object.fromEntries(
    methods.flatMap(({ name }): [string, Behaviour][] => {
      const field = name.replace(/^(?:get|set|is)/, "");
      if (UNSUPPORTED.test(field)) return [];
      return name.startsWith("set")
        ? [[name, (value: PlainValue, given: unknown) => void value.fields.set(field, given)]]
        : [[name, (value: PlainValue) => value.fields.get(field) ?? null]];
    }),
  );
}

export const { behaviour: leadConvertBehaviour } = plainType(TYPE, {
  defaults: Object.fromEntries(SWITCHES.map((name) => [name, () => false])),
  methods: accessors(),
});

export function conversionOf(value: PlainValue | null): LeadConversion {
  const { fields } = required(value);
  const text = (name: string): string | null => {
    const held = fields.get(name);
    return typeof held === "string" ? held : null;
  };
  return {
    leadId: required(text("LeadId")),
    accountId: text("AccountId"),
    contactId: text("ContactId"),
    opportunityId: text("OpportunityId"),
    opportunityName: text("OpportunityName"),
    ownerId: text("OwnerId"),
    convertedStatus: text("ConvertedStatus"),
    doNotCreateOpportunity: fields.get("DoNotCreateOpportunity") === true,
    overwriteLeadSource: fields.get("OverwriteLeadSource") === true,
  };
}
