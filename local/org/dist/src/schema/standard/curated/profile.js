import { curate } from "../curate.js";
import { lookup, picklist, text } from "../field-builders.js";
import { USER_TYPES } from "../standard-value-sets.js";
export const profile = curate({
    name: "Profile",
    labelPlural: "Profile",
    keyPrefix: "00e",
    allows: ["update", "delete"],
    isSetupObject: true,
    fields: {
        Name: text(255, { required: true }),
        UserLicenseId: lookup({ required: true, createOnly: true, onDelete: "Restrict" }),
        UserType: picklist(USER_TYPES, { length: 40, readOnly: true, restricted: true }),
        Description: text(255),
    },
});
