/** A flow as its file says it. Source: Metadata API Developer Guide, "Flow". */

export type FlowDataType =
  | "Apex"
  | "Boolean"
  | "Currency"
  | "Date"
  | "DateTime"
  | "Multipicklist"
  | "Number"
  | "Picklist"
  | "SObject"
  | "String"
  | "Time";

/** What stands where a flow takes a value. Literals are kept as they are written. */
export type FlowOperand =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "number"; readonly text: string }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "date"; readonly text: string }
  | { readonly kind: "dateTime"; readonly text: string }
  /** `accountName`, `Get_Account.Owner.Email`, `$Record.Id`. */
  | { readonly kind: "reference"; readonly path: string }
  | { readonly kind: "none" };

export interface FlowCondition {
  readonly left: string;
  /** `EqualTo`, `IsNull`, `StartsWith` … */
  readonly operator: string;
  readonly right: FlowOperand;
}

/** Conditions with what joins them. */
export interface FlowCriteria {
  /** `and`, `or`, `1 AND (2 OR 3)`. */
  readonly logic: string;
  readonly conditions: readonly FlowCondition[];
  /** Instead of conditions. */
  readonly formula: string | null;
}

/** On the fields of an object: `left` is a field's name. */
export type FlowFilter = FlowCriteria;

export interface FlowFieldValue {
  readonly field: string;
  readonly value: FlowOperand;
}

export interface FlowParameter {
  readonly name: string;
  readonly value: FlowOperand;
}

/** Where an output of an action, a subflow or a query goes. */
export interface FlowOutput {
  readonly name: string;
  readonly assignTo: string;
}

interface Node {
  readonly name: string;
  readonly label: string;
  /** Line of its file, from 1. */
  readonly line: number;
}

interface Step extends Node {
  /** The element that follows; null ends the path. */
  readonly next: string | null;
}

interface Fallible extends Step {
  /** The element that a fault leads to; null for none. */
  readonly fault: string | null;
}

export interface FlowRule {
  readonly name: string;
  readonly criteria: FlowCriteria;
  /** Whether it takes only records that did not meet the criteria before. */
  readonly onlyWhenChanged: boolean;
  readonly next: string | null;
}

/** The records a lookup, an update or a delete is about. */
export interface FlowSelection {
  readonly object: string;
  readonly filter: FlowFilter;
}

export type FlowElement =
  | (Step & {
      readonly kind: "assignment";
      readonly items: readonly {
        readonly to: string;
        readonly operator: string;
        readonly value: FlowOperand;
      }[];
    })
  | (Step & { readonly kind: "decision"; readonly rules: readonly FlowRule[] })
  | (Node & {
      readonly kind: "loop";
      readonly collection: string;
      readonly isDescending: boolean;
      /** The variable of the current item; null: it is called like the loop. */
      readonly variable: string | null;
      readonly body: string | null;
      readonly next: string | null;
    })
  | (Fallible & {
      readonly kind: "lookup";
      readonly selection: FlowSelection;
      readonly firstOnly: boolean;
      /** null: all. */
      readonly fields: readonly string[] | null;
      readonly sortField: string | null;
      readonly isDescending: boolean;
      readonly limit: FlowOperand;
      readonly storesOutput: boolean;
      readonly assignTo: string | null;
      readonly outputs: readonly FlowOutput[];
      readonly nullsWithoutRecords: boolean;
    })
  | (Fallible & {
      readonly kind: "create";
      /** A record or a collection in a variable; null: `object` and `values` say it. */
      readonly input: string | null;
      readonly object: string | null;
      readonly values: readonly FlowFieldValue[];
      readonly assignIdTo: string | null;
      readonly storesOutput: boolean;
    })
  | (Fallible & {
      readonly kind: "update";
      readonly input: string | null;
      readonly selection: FlowSelection | null;
      readonly values: readonly FlowFieldValue[];
    })
  | (Fallible & {
      readonly kind: "delete";
      readonly input: string | null;
      readonly selection: FlowSelection | null;
    })
  | (Fallible & {
      readonly kind: "apexAction";
      readonly className: string;
      readonly inputs: readonly FlowParameter[];
      readonly outputs: readonly FlowOutput[];
      readonly storesOutput: boolean;
    })
  | (Step & {
      readonly kind: "subflow";
      readonly flow: string;
      readonly inputs: readonly FlowParameter[];
      readonly outputs: readonly FlowOutput[];
      readonly storesOutput: boolean;
    })
  | (Step & {
      readonly kind: "sort";
      readonly collection: string;
      readonly limit: FlowOperand;
      readonly options: readonly {
        /** null: of a collection of simple values. */
        readonly field: string | null;
        readonly isDescending: boolean;
        readonly blanksFirst: boolean;
      }[];
    })
  | (Step & {
      readonly kind: "filter";
      readonly collection: string;
      readonly variable: string | null;
      readonly criteria: FlowCriteria;
    })
  | (Step & {
      readonly kind: "customError";
      readonly messages: readonly { readonly text: string; readonly field: string | null }[];
    })
  /** What this org does not run: reaching it is a gap. */
  | (Node & { readonly kind: "unsupported"; readonly what: string });

/** Part of a record-triggered flow that runs in a transaction of its own, after the save. */
export interface FlowPath {
  /** The one after the commit may have none. */
  readonly name: string;
  /** Its first element; null of a path that does nothing. */
  readonly first: string | null;
  readonly when: { readonly kind: "afterCommit" } | ScheduledMoment;
  /** How many of its interviews share a transaction, at the most. */
  readonly batchSize: number;
}

/** An offset from the save, or from a date or time in the record. */
export interface ScheduledMoment {
  readonly kind: "scheduled";
  /** null: the save. */
  readonly field: string | null;
  /** Negative: before it. */
  readonly offset: number;
  readonly unit: "Minutes" | "Hours" | "Days" | "Months";
}

/** When a flow on a schedule runs. */
export interface FlowSchedule {
  /** Epoch ms, of the first time. */
  readonly start: number;
  readonly frequency: "Once" | "Daily" | "Weekly";
}

export type FlowTrigger =
  | {
      readonly kind: "record";
      readonly moment: "beforeSave" | "afterSave" | "beforeDelete";
      readonly object: string;
      readonly onCreate: boolean;
      readonly onUpdate: boolean;
      readonly criteria: FlowCriteria;
      readonly onlyWhenChanged: boolean;
      /** 1 to 2000; null for none. */
      readonly order: number | null;
      readonly paths: readonly FlowPath[];
    }
  | {
      readonly kind: "scheduled";
      readonly selection: FlowSelection | null;
      /** null where it cannot be read. */
      readonly schedule: FlowSchedule | null;
    }
  | { readonly kind: "event"; readonly object: string; readonly criteria: FlowCriteria }
  /** Somebody starts it by name. */
  | { readonly kind: "none" }
  /** It starts by what this org does not have. */
  | { readonly kind: "unsupported"; readonly what: string };

export interface FlowVariable {
  readonly name: string;
  readonly dataType: FlowDataType;
  readonly isCollection: boolean;
  readonly isInput: boolean;
  readonly isOutput: boolean;
  /** Of a record. */
  readonly object: string | null;
  /** Of a number; null: as it comes. */
  readonly scale: number | null;
  readonly initial: FlowOperand;
}

export interface FlowFormula {
  readonly name: string;
  readonly dataType: FlowDataType;
  readonly expression: string;
  readonly scale: number | null;
}

/** Part of a flow that has no effect here, or fails where it is reached. */
export interface FlowGap {
  readonly what: string;
  readonly line: number;
  /** `never`: it does not start at all, so that nothing fails. */
  readonly reached: "never" | "fails";
}

export interface FlowDefinition {
  readonly name: string;
  readonly label: string;
  readonly file: string;
  readonly isActive: boolean;
  readonly apiVersion: number | null;
  readonly runsIn: "default" | "system with sharing" | "system without sharing";
  readonly trigger: FlowTrigger;
  /** The first element; null of a flow that does nothing. */
  readonly first: string | null;
  /** These maps find a name in any case. */
  readonly elements: ReadonlyMap<string, FlowElement>;
  readonly variables: ReadonlyMap<string, FlowVariable>;
  readonly constants: ReadonlyMap<string, FlowOperand>;
  readonly formulas: ReadonlyMap<string, FlowFormula>;
  readonly templates: ReadonlyMap<string, string>;
  readonly gaps: readonly FlowGap[];
}
