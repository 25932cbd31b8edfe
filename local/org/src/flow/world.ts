/** What an interview reads beside its own variables. Nothing of it changes records or counts against limits. */
import type { FormulaOperand } from "../formula/operand.ts";
import type { SObjectValue } from "../runtime/sobject.ts";
import type { FlowDefinition } from "../schema/flows/flow-definition.ts";
import type { Schema } from "../schema/schema.ts";

export interface FlowWorld {
  readonly schema: Schema;
  /** Epoch ms. */
  readonly now: number;
  readonly timeZone: string;
  flow(name: string): FlowDefinition | undefined;
  /** A field of the record, or of a parent of it: `["Owner", "Email"]`. @throws FlowFault for one there is not. */
  read(record: SObjectValue, path: readonly string[]): FormulaOperand;
  /** `$User.Email`, `$Label.Greeting`, `$Permission.X`. @throws FlowFault for one there is not. */
  global(identifier: string): FormulaOperand;
  /** Called at every element: an interview without end runs out of CPU time. */
  tick(): void;
}
