export declare class DuplicateRuleHeaderValue {
    allowSave: boolean | null;
    runAsCurrentUser: boolean | null;
}
export declare class AssignmentRuleHeaderValue {
    assignmentRuleId: string | null;
    useDefaultRule: boolean | null;
}
export declare class EmailHeaderValue {
    triggerAutoResponseEmail: boolean | null;
    triggerOtherEmail: boolean | null;
    triggerUserEmail: boolean | null;
}
export declare class DmlOptionsValue {
    allowFieldTruncation: boolean | null;
    optAllOrNone: boolean | null;
    localeOptions: string | null;
    readonly duplicateRuleHeader: DuplicateRuleHeaderValue;
    assignmentRuleHeader: AssignmentRuleHeaderValue;
    emailHeader: EmailHeaderValue;
}
export declare const dmlOptionsBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
export declare const duplicateRuleHeaderBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
export declare const assignmentRuleHeaderBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
export declare const emailHeaderBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
