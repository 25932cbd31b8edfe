import { curate } from "../curate.js";
import { lookup, picklist } from "../field-builders.js";
export const setupEntityAccess = curate({
    name: "SetupEntityAccess",
    labelPlural: "Setup Entity Access",
    keyPrefix: "0J0",
    nameField: null,
    allows: ["create", "delete"],
    isSetupObject: true,
    fields: {
        ParentId: lookup({ required: true, createOnly: true, onDelete: "Cascade" }),
        SetupEntityId: lookup({ required: true, createOnly: true, onDelete: "Cascade" }),
        SetupEntityType: picklist([
            "ApexClass",
            "ApexPage",
            "ConnectedApplication",
            "CustomEntityDefinition",
            "CustomPermission",
            "ExternalCredentialParameter",
            "ExternalDataSource",
            "FlowDefinition",
        ], { length: 40, readOnly: true }),
    },
});
