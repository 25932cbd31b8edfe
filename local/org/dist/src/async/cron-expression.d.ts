/**
 * A schedule: seconds, minutes, hours, day of month, month, day of week, optional year. Seconds and minutes are single numbers.
 * Source: Apex Developer Guide, Apex Scheduler, "Using the System.schedule Method".
 */
export interface CronExpression {
    readonly second: number;
    readonly minute: number;
    readonly hours: ReadonlySet<number>;
    /** null: any. "L": the last day of the month. */
    readonly daysOfMonth: ReadonlySet<number> | "L" | null;
    readonly months: ReadonlySet<number>;
    /** 1 is Sunday; null: any. */
    readonly daysOfWeek: ReadonlySet<number> | null;
    /** null: every year. */
    readonly years: ReadonlySet<number> | null;
}
/** undefined for a text that is no schedule. */
export declare function parseCron(text: string): CronExpression | undefined;
/** The first time after `after`, epoch ms; undefined when there is none. */
export declare function nextTime(cron: CronExpression, after: number, timeZone: string): number | undefined;
