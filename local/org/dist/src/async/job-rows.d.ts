import { ApexDatetime } from "../runtime/datetime.ts";
import type { Schema } from "../schema/schema.ts";
import type { RecordStore } from "../store/record-store.ts";
import type { RowValues, StoredValue } from "../store/row.ts";
/** The rows through which jobs can be watched: AsyncApexJob, CronTrigger, CronJobDetail. Fields an object lacks are left out. */
export declare class JobRows {
    private readonly schema;
    private readonly store;
    private readonly now;
    constructor(schema: Schema, store: RecordStore, now: () => number);
    /** The id of the new row; an id of the same form when the schema does not have the object. */
    create(object: "AsyncApexJob" | "CronTrigger" | "CronJobDetail" | "ApexClass", values: RowValues, userId: string): string;
    update(id: string, values: RowValues): void;
    field(id: string, field: string): StoredValue;
    delete(id: string): void;
    /** Whether a job is scheduled under this name, in any case. */
    hasSchedule(name: string): boolean;
    /**
     * What a job or a schedule would run is an object of the process that made it, and ends with it: schedules an earlier process
     * left behind are gone, and jobs it had not finished are aborted.
     */
    endEarlierProcess(): void;
    moment(epochMs?: number): ApexDatetime;
    /** The id of the class's row; made when somebody first asks for it. */
    classId(name: string): string | null;
    private known;
}
