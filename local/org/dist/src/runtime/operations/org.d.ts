/** DML statements, System.runAs, settings, labels and trigger variables. */
import type { DmlOperation } from "../../syntax/ast.ts";
import type { AccessMode, RunningUser, Sharing } from "../host.ts";
import type { ApexException } from "../exception.ts";
import { SObjectValue } from "../sobject.ts";
import { withQueryVariables } from "../query-variables.ts";
import { chargedText, lengthenedText } from "../heap/charge.ts";
import { concatText } from "../text.ts";
/** One record or a list of them, as DML takes either. */
export declare function recordsOf(target: unknown): SObjectValue[];
declare function dml(operation: DmlOperation, target: unknown, losers: unknown, externalIdField: string | null, access: AccessMode, sharing: Sharing): void;
declare function beginRunAs(subject: unknown): RunningUser;
declare function triggerVariable(name: string): unknown;
export declare const orgOperations: {
    readonly dml: typeof dml;
    readonly beginRunAs: typeof beginRunAs;
    readonly endRunAs: (outer: RunningUser) => void;
    readonly settings: (object: string, call: "getInstance" | "getAll" | "getOrgDefaults" | "getValues", ...values: readonly unknown[]) => unknown;
    readonly label: (name: string) => string;
    readonly triggerVariable: typeof triggerVariable;
    /** `record.Field.addError(message)`. */
    readonly fieldAddError: (record: SObjectValue, field: string, message: string | ApexException | null) => void;
    readonly concatText: typeof concatText;
    readonly chargedText: typeof chargedText;
    readonly lengthenedText: typeof lengthenedText;
    readonly withQueryVariables: typeof withQueryVariables;
};
export {};
