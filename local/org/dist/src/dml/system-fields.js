import { ApexDatetime } from "../runtime/datetime.js";
import { civilFromDays, localDay } from "../soql/calendar.js";
/** Owner of a new record, when nobody was named; of a hierarchy custom setting the whole organization. Visible to before triggers. */
export function applyOwner(context, describe, draft) {
    if (describe.kind === "hierarchyCustomSetting" &&
        (draft.values["SetupOwnerId"] ?? null) === null) {
        const [organization] = context.store.table("Organization").rows();
        draft.values["SetupOwnerId"] = organization?.id ?? null;
    }
    if (describe.fields.has("ownerid") && (draft.values["OwnerId"] ?? null) === null)
        draft.values["OwnerId"] = context.userId;
}
/** Created by, modified by, auto-numbers and computed names: what the platform writes on every save. */
export function stampSystemFields(context, describe, draft, id) {
    const now = new ApexDatetime(Math.floor(context.now / 1000) * 1000);
    const stamp = (name, value) => {
        if (describe.fields.has(name.toLowerCase()))
            draft.values[name] = value;
    };
    if (draft.before === null) {
        stamp("CreatedDate", now);
        stamp("CreatedById", context.userId);
        for (const field of describe.fields.values()) {
            if (field.autoNumberFormat !== null)
                draft.values[field.name] = nextAutoNumber(context, field, field.autoNumberFormat);
        }
        if (describe.name === "User")
            stamp("UserType", userTypeOf(context, draft));
    }
    stamp("LastModifiedDate", now);
    stamp("LastModifiedById", context.userId);
    stamp("SystemModstamp", now);
    nameRecord(describe, draft, id);
}
/** The kind of licence, which comes with the profile. Source: Object Reference, "User", UserType. */
function userTypeOf(context, draft) {
    for (const profile of context.store.table("Profile").rows())
        if (profile.id === draft.values["ProfileId"])
            return profile.values["UserType"] ?? "Standard";
    return "Standard";
}
/** `PMT-{000000}`, also with {YYYY}, {YY}, {MM}, {DD}. Source: Salesforce Help, Auto-Number Field Format. */
function nextAutoNumber(context, field, format) {
    const number = context.store.count(`auto-number ${field.object}.${field.name}`);
    const { year, month, day } = civilFromDays(localDay(context.now, context.timeZone));
    return format
        .replaceAll("{YYYY}", String(year))
        .replaceAll("{YY}", String(year % 100).padStart(2, "0"))
        .replaceAll("{MM}", String(month).padStart(2, "0"))
        .replaceAll("{DD}", String(day).padStart(2, "0"))
        .replace(/\{(0+)\}/u, (_placeholder, zeros) => String(number).padStart(zeros.length, "0"));
}
/** A person's name is made of its parts; a custom object without a name is called by its id. */
function nameRecord(describe, draft, id) {
    const name = describe.fields.get("name");
    if (name === undefined || name.autoNumberFormat !== null)
        return;
    if (describe.fields.has("lastname") && describe.fields.has("firstname")) {
        const parts = ["FirstName", "MiddleName", "LastName", "Suffix"].map((part) => draft.values[part]);
        draft.values["Name"] = parts.filter((part) => typeof part === "string").join(" ") || null;
    }
    else if (describe.isCustom && (draft.values["Name"] ?? null) === null) {
        draft.values["Name"] = id.slice(0, 15);
    }
}
