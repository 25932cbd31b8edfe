import { type TriggerContext } from "../runtime/transaction.ts";
import type { TriggerEvent } from "../syntax/ast.ts";
import type { TriggerRecords, TriggerRunner } from "./dml-context.ts";
/** A trigger of the project. */
export interface TriggerDeclaration {
    readonly name: string;
    readonly object: string;
    readonly events: readonly TriggerEvent[];
}
/** Runs the project's triggers with their context variables on the transaction's stack. */
export declare class ApexTriggers implements TriggerRunner {
    private readonly byEvent;
    private readonly runTrigger;
    constructor(triggers: readonly TriggerDeclaration[], runTrigger: (name: string) => void);
    hasTriggers(object: string, events: readonly TriggerEvent[]): boolean;
    triggersOf(object: string, event: TriggerEvent): readonly TriggerDeclaration[];
    run(object: string, event: TriggerEvent, records: TriggerRecords): void;
    /** Runs one trigger; what it throws comes through as it is. */
    runOne(name: string, context: TriggerContext): void;
}
export declare function contextOf(object: string, event: TriggerEvent, records: TriggerRecords): TriggerContext;
