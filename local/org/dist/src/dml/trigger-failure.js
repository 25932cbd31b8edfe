import { saveError } from "./save-error.js";
/** An exception that left a trigger. Thrown by the trigger runner; governor limits come through as themselves. */
export class TriggerFailure extends Error {
    trigger;
    event;
    exception;
    constructor(trigger, event, exception) {
        super(`${trigger}: ${exception.headline}`);
        this.trigger = trigger;
        this.event = event;
        this.exception = exception;
    }
    /** From the throw to the trigger; who saved the record is not told. */
    get stackTrace() {
        const lines = this.exception.stackTraceText.split("\n");
        const own = lines.findIndex((line) => line.startsWith(`Trigger.${this.trigger}:`));
        return lines.slice(0, own < 0 ? lines.length : own + 1).join("\n");
    }
    /** What every record of the save fails with. */
    asSaveError() {
        const moment = this.event.replace(/(?:^| )(\w)/gu, (_match, first) => first.toUpperCase());
        return saveError("CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", `${this.trigger}: execution of ${moment}\n\ncaused by: ${this.exception.headline}\n\n${this.stackTrace}`);
    }
}
