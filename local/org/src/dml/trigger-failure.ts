import type { ApexException } from "../runtime/exception.ts";
import type { DmlError } from "../runtime/host.ts";
import type { TriggerEvent } from "../syntax/ast.ts";
import { saveError } from "./save-error.ts";

/** An exception that left a trigger. Thrown by the trigger runner; governor limits come through as themselves. */
export class TriggerFailure extends Error {
  readonly trigger: string;
  readonly event: TriggerEvent;
  readonly exception: ApexException;

  constructor(trigger: string, event: TriggerEvent, exception: ApexException) {
    super(`${trigger}: ${exception.headline}`);
    this.trigger = trigger;
    this.event = event;
    this.exception = exception;
  }

  /** From the throw to the trigger; who saved the record is not told. */
  private get stackTrace(): string {
    const lines = this.exception.stackTraceText.split("\n");
    const own = lines.findIndex((line) => line.startsWith(`Trigger.${this.trigger}:`));
    return lines.slice(0, own < 0 ? lines.length : own + 1).join("\n");
  }

  /** What every record of the save fails with. */
  asSaveError(): DmlError {
    const moment = this.event.replace(/(?:^| )(\w)/gu, (_match, first: string) =>
      first.toUpperCase(),
    );
    return saveError(
      "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY",
      `${this.trigger}: execution of ${moment}\n\ncaused by: ${this.exception.headline}\n\n${this.stackTrace}`,
    );
  }
}
