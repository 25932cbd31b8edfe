/** Database.DMLOptions and its headers. Source: Apex Reference, "DMLOptions Class". */
import { platformType } from "../../runtime/behaviour.js";
import { refuseJson } from "../json/json-error.js";
import { JsonFields, registerJsonForm } from "../json/platform-forms.js";
export class DuplicateRuleHeaderValue {
    allowSave = null;
    runAsCurrentUser = null;
}
export class AssignmentRuleHeaderValue {
    assignmentRuleId = null;
    useDefaultRule = null;
}
export class EmailHeaderValue {
    triggerAutoResponseEmail = null;
    triggerOtherEmail = null;
    triggerUserEmail = null;
}
export class DmlOptionsValue {
    allowFieldTruncation = null;
    optAllOrNone = null;
    localeOptions = null;
    duplicateRuleHeader = new DuplicateRuleHeaderValue();
    assignmentRuleHeader = new AssignmentRuleHeaderValue();
    emailHeader = new EmailHeaderValue();
}
export const dmlOptionsBehaviour = platformType({
    type: "Database.DMLOptions",
    implementation: DmlOptionsValue,
    constructors: { new: () => new DmlOptionsValue() },
    getters: {
        AllowFieldTruncation: (options) => options.allowFieldTruncation,
        OptAllOrNone: (options) => options.optAllOrNone,
        LocaleOptions: (options) => options.localeOptions,
        DuplicateRuleHeader: (options) => options.duplicateRuleHeader,
        AssignmentRuleHeader: (options) => options.assignmentRuleHeader,
        EmailHeader: (options) => options.emailHeader,
    },
    setters: {
        AllowFieldTruncation: (options, value) => (options.allowFieldTruncation = value),
        OptAllOrNone: (options, value) => (options.optAllOrNone = value),
        LocaleOptions: (options, value) => (options.localeOptions = value),
    },
});
registerJsonForm({
    type: "Database.DMLOptions",
    read: () => refuseJson("Apex Type unsupported in JSON: Database.DMLOptions"),
    write(options) {
        // Only the behaviour above makes them.
        const { allowFieldTruncation, localeOptions, optAllOrNone } = options;
        return new JsonFields([
            ["allowFieldTruncation", allowFieldTruncation],
            ["localeOptions", localeOptions],
            ["optAllOrNone", optAllOrNone],
        ]);
    },
});
export const duplicateRuleHeaderBehaviour = platformType({
    type: "Database.DMLOptions.DuplicateRuleHeader",
    implementation: DuplicateRuleHeaderValue,
    getters: {
        AllowSave: (header) => header.allowSave,
        RunAsCurrentUser: (header) => header.runAsCurrentUser,
    },
    setters: {
        AllowSave: (header, value) => (header.allowSave = value),
        RunAsCurrentUser: (header, value) => (header.runAsCurrentUser = value),
    },
});
export const assignmentRuleHeaderBehaviour = platformType({
    type: "Database.DMLOptions.AssignmentRuleHeader",
    implementation: AssignmentRuleHeaderValue,
    getters: {
        AssignmentRuleId: (header) => header.assignmentRuleId,
        UseDefaultRule: (header) => header.useDefaultRule,
    },
    setters: {
        AssignmentRuleId: (header, value) => (header.assignmentRuleId = value),
        UseDefaultRule: (header, value) => (header.useDefaultRule = value),
    },
});
export const emailHeaderBehaviour = platformType({
    type: "Database.DMLOptions.EmailHeader",
    implementation: EmailHeaderValue,
    getters: {
        TriggerAutoResponseEmail: (header) => header.triggerAutoResponseEmail,
        TriggerOtherEmail: (header) => header.triggerOtherEmail,
        TriggerUserEmail: (header) => header.triggerUserEmail,
    },
    setters: {
        TriggerAutoResponseEmail: (header, value) => (header.triggerAutoResponseEmail = value),
        TriggerOtherEmail: (header, value) => (header.triggerOtherEmail = value),
        TriggerUserEmail: (header, value) => (header.triggerUserEmail = value),
    },
});
