/** Database.DMLOptions and its headers. Source: Apex Reference, "DMLOptions Class". */
import { platformType } from "../../runtime/behaviour.ts";
import { refuseJson } from "../json/json-error.ts";
import { JsonFields, registerJsonForm } from "../json/platform-forms.ts";

export class DuplicateRuleHeaderValue {
  allowSave: boolean | null = null;
  runAsCurrentUser: boolean | null = null;
}

export class AssignmentRuleHeaderValue {
  assignmentRuleId: string | null = null;
  useDefaultRule: boolean | null = null;
}

export class EmailHeaderValue {
  triggerAutoResponseEmail: boolean | null = null;
  triggerOtherEmail: boolean | null = null;
  triggerUserEmail: boolean | null = null;
}

export class DmlOptionsValue {
  allowFieldTruncation: boolean | null = null;
  optAllOrNone: boolean | null = null;
  localeOptions: string | null = null;
  readonly duplicateRuleHeader = new DuplicateRuleHeaderValue();
  assignmentRuleHeader = new AssignmentRuleHeaderValue();
  emailHeader = new EmailHeaderValue();
}

export const dmlOptionsBehaviour = platformType({
  type: "Database.DMLOptions",
  implementation: DmlOptionsValue,
  constructors: { new: () => new DmlOptionsValue() },
  getters: {
    AllowFieldTruncation: (options: DmlOptionsValue) => options.allowFieldTruncation,
    OptAllOrNone: (options: DmlOptionsValue) => options.optAllOrNone,
    LocaleOptions: (options: DmlOptionsValue) => options.localeOptions,
    DuplicateRuleHeader: (options: DmlOptionsValue) => options.duplicateRuleHeader,
    AssignmentRuleHeader: (options: DmlOptionsValue) => options.assignmentRuleHeader,
    EmailHeader: (options: DmlOptionsValue) => options.emailHeader,
  },
  setters: {
    AllowFieldTruncation: (options: DmlOptionsValue, value: boolean | null) =>
      (options.allowFieldTruncation = value),
    OptAllOrNone: (options: DmlOptionsValue, value: boolean | null) =>
      (options.optAllOrNone = value),
    LocaleOptions: (options: DmlOptionsValue, value: string | null) =>
      (options.localeOptions = value),
  },
});

registerJsonForm({
  type: "Database.DMLOptions",
  read: () => refuseJson("Apex Type unsupported in JSON: Database.DMLOptions"),
  write(options) {
    // Only the behaviour above makes them.
    const { allowFieldTruncation, localeOptions, optAllOrNone } = options as DmlOptionsValue;
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
    AllowSave: (header: DuplicateRuleHeaderValue) => header.allowSave,
    RunAsCurrentUser: (header: DuplicateRuleHeaderValue) => header.runAsCurrentUser,
  },
  setters: {
    AllowSave: (header: DuplicateRuleHeaderValue, value: boolean | null) =>
      (header.allowSave = value),
    RunAsCurrentUser: (header: DuplicateRuleHeaderValue, value: boolean | null) =>
      (header.runAsCurrentUser = value),
  },
});

export const assignmentRuleHeaderBehaviour = platformType({
  type: "Database.DMLOptions.AssignmentRuleHeader",
  implementation: AssignmentRuleHeaderValue,
  getters: {
    AssignmentRuleId: (header: AssignmentRuleHeaderValue) => header.assignmentRuleId,
    UseDefaultRule: (header: AssignmentRuleHeaderValue) => header.useDefaultRule,
  },
  setters: {
    AssignmentRuleId: (header: AssignmentRuleHeaderValue, value: string | null) =>
      (header.assignmentRuleId = value),
    UseDefaultRule: (header: AssignmentRuleHeaderValue, value: boolean | null) =>
      (header.useDefaultRule = value),
  },
});

export const emailHeaderBehaviour = platformType({
  type: "Database.DMLOptions.EmailHeader",
  implementation: EmailHeaderValue,
  getters: {
    TriggerAutoResponseEmail: (header: EmailHeaderValue) => header.triggerAutoResponseEmail,
    TriggerOtherEmail: (header: EmailHeaderValue) => header.triggerOtherEmail,
    TriggerUserEmail: (header: EmailHeaderValue) => header.triggerUserEmail,
  },
  setters: {
    TriggerAutoResponseEmail: (header: EmailHeaderValue, value: boolean | null) =>
      (header.triggerAutoResponseEmail = value),
    TriggerOtherEmail: (header: EmailHeaderValue, value: boolean | null) =>
      (header.triggerOtherEmail = value),
    TriggerUserEmail: (header: EmailHeaderValue, value: boolean | null) =>
      (header.triggerUserEmail = value),
  },
});
