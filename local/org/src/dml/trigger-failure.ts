import { type ApexException, dmlException } from "../runtime/exception.ts";
import type { DmlError } from "../runtime/host.ts";
import type { TriggerContext } from "../runtime/transaction.ts";
import type { TriggerEvent } from "../syntax/ast.ts";
import { saveError } from "./save-error.ts";

const CODE = "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY";
const TOO_DEEP = ": maximum trigger depth exceeded\n";

/** `AfterUpdate` of "after update". */
function momentOf(event: TriggerEvent): string {
  return event.replace(/(?:^| )(\w)/gu, (_match, first: string) => first.toUpperCase());
}

/**
 * What the save that starts one trigger too many fails with; the triggers that run are listed from the outermost. Source: a reproduction
 * with its trigger and its message, "Recursion issues in salesforce and how to solve them" (A. Gimenez, 2019), and others' messages alike.
 */
export function tooDeep(trigger: string, running: readonly TriggerContext[]): ApexException {
  const message =
    trigger +
    TOO_DEEP +
    running
      .map(({ object, event }) => `${object.replace(/__c$/u, "")} trigger event ${momentOf(event)}`)
      .join("\n");
  return dmlException(message, [{ index: 0, id: null, statusCode: CODE, message, fields: [] }]);
}

/** An exception that left a trigger. Thrown by the trigger runner; governor limits come through as themselves. */
export class TriggerFailure extends Error {
  readonly trigger: string;
  readonly event: TriggerEvent;
  readonly exception: ApexException;
  /** Whether a trigger saved the record. */
  readonly isNested: boolean;

  constructor(trigger: string, event: TriggerEvent, exception: ApexException, isNested = false) {
    super(`${trigger}: ${exception.headline}`);
    this.trigger = trigger;
    this.event = event;
    this.exception = exception;
    this.isNested = isNested;
  }

  /** From the throw to the trigger; who saved the record is not told. */
  private get stackTrace(): string {
    const lines = this.exception.stackTraceText.split("\n");
    const own = lines.findIndex((line) => line.startsWith(`Trigger.${this.trigger}:`));
    return lines.slice(0, own < 0 ? lines.length : own + 1).join("\n");
  }

  /** What every record of the save fails with. Triggers pass on that there are too many of them; only the outermost says that it failed. */
  asSaveError(): DmlError {
    const depth = this.exception.failures.find(({ message }) => message.includes(TOO_DEEP));
    if (depth !== undefined && this.isNested) return saveError(CODE, depth.message);
    return saveError(
      CODE,
      `${this.trigger}: execution of ${momentOf(this.event)}\n\ncaused by: ${this.exception.headline}\n\n${this.stackTrace}`,
    );
  }
}
