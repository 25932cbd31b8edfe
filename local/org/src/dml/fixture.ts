/** For tests: DML on a small schema with triggers as functions. */
import { platformException } from "../runtime/exception.ts";
import type { DmlOutcome, DmlRequest } from "../runtime/host.ts";
import { SObjectValue } from "../runtime/sobject.ts";
import type { Schema } from "../schema/schema.ts";
import { QueryFixture } from "../soql/fixture.ts";
import type { TriggerEvent } from "../syntax/ast.ts";
import type { DmlContext, TriggerRecords } from "./dml-context.ts";
import { runDml } from "./run-dml.ts";
import { TriggerFailure } from "./trigger-failure.ts";

type TriggerBody = (records: TriggerRecords) => void;

export class DmlFixture extends QueryFixture {
  readonly userId: string;
  /** Every trigger run: object and event. */
  readonly runs: string[] = [];
  private readonly bodies = new Map<string, TriggerBody>();

  constructor(schema?: Schema) {
    super(schema);
    this.userId = this.insert("User", { Name: "Ada", Username: "ada@example.com" });
  }

  /** Declares a trigger; an Error it throws is an uncaught Apex exception. */
  trigger(object: string, event: TriggerEvent, body: TriggerBody): void {
    this.bodies.set(`${object} ${event}`, body);
  }

  record(object: string, values: Readonly<Record<string, unknown>>): SObjectValue {
    const describe = this.schema.object(object);
    if (describe === undefined) throw new Error(`no object ${object}`);
    const record = new SObjectValue(describe);
    for (const [name, value] of Object.entries(values)) record.values.set(name, value);
    return record;
  }

  dml(
    operation: DmlRequest["operation"],
    records: readonly SObjectValue[],
    more: Partial<DmlRequest> = {},
  ): readonly DmlOutcome[] {
    return runDml(this.dmlContext(), {
      operation,
      records,
      losers: [],
      allOrNone: false,
      access: "system",
      sharing: "without",
      externalIdField: null,
      options: { allowFieldTruncation: false, duplicateRuleAllowSave: false },
      ...more,
    });
  }

  /** The first error as a DmlException would give it. */
  refusal(operation: DmlRequest["operation"], record: SObjectValue): string {
    const [error] = this.dml(operation, [record])[0]?.errors ?? [];
    return error === undefined
      ? "saved"
      : `${error.statusCode}, ${error.message}: [${error.fields.join(", ")}]`;
  }

  private dmlContext(): DmlContext {
    return {
      ...this.context,
      sharing: null,
      savepoint: () => {
        const mark = this.context.store.mark();
        return () => this.context.store.rollbackTo(mark);
      },
      userId: this.userId,
      writesHistory: true,
      rights: {
        canCreateObject: () => true,
        canEditObject: () => true,
        canDeleteObject: () => true,
        modifiesAllOf: () => true,
        canEditField: () => true,
      },
      hasCustomPermission: () => false,
      warn: (message) => {
        throw new Error(message);
      },
      flows: { has: () => false, run: () => [] },
      triggers: {
        hasTriggers: (object, events) =>
          events.some((event) => this.bodies.has(`${object} ${event}`)),
        run: (object, event, records) => this.run(object, event, records),
      },
    };
  }

  private run(object: string, event: TriggerEvent, records: TriggerRecords): void {
    const body = this.bodies.get(`${object} ${event}`);
    if (body === undefined) return;
    this.runs.push(`${object} ${event} ${(records.newRecords ?? records.oldRecords ?? []).length}`);
    try {
      body(records);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      throw new TriggerFailure(
        `${object}Trigger`,
        event,
        platformException("System.MathException", error.message),
      );
    }
  }
}
