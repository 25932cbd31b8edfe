import { ApexDatetime } from "../runtime/datetime.js";
const UNFINISHED = new Set(["Holding", "Queued", "Preparing", "Processing"]);
/** The rows through which jobs can be watched: AsyncApexJob, CronTrigger, CronJobDetail. Fields an object lacks are left out. */
export class JobRows {
    schema;
    store;
    now;
    constructor(schema, store, now) {
        this.schema = schema;
        this.store = store;
        this.now = now;
    }
    /** The id of the new row; an id of the same form when the schema does not have the object. */
    create(object, values, userId) {
        const describe = this.schema.object(object);
        if (describe === undefined)
            throw new Error(`the schema has no ${object}`);
        const id = this.store.mint(describe.name);
        const stamped = { CreatedDate: this.moment(), CreatedById: userId, ...values };
        this.store.put({
            object: describe.name,
            id,
            isDeleted: false,
            values: this.known(object, stamped),
        });
        return id;
    }
    update(id, values) {
        const row = this.store.find(id);
        if (row === undefined)
            return;
        this.store.put({ ...row, values: { ...row.values, ...this.known(row.object, values) } });
    }
    field(id, field) {
        return this.store.find(id)?.values[field] ?? null;
    }
    delete(id) {
        const row = this.store.find(id);
        if (row !== undefined)
            this.store.purge(row.object, id);
    }
    /** Whether a job is scheduled under this name, in any case. */
    hasSchedule(name) {
        const sought = name.toLowerCase();
        for (const { values, isDeleted } of this.store.table("CronJobDetail").rows()) {
            const known = values["Name"];
            if (!isDeleted && typeof known === "string" && known.toLowerCase() === sought)
                return true;
        }
        return false;
    }
    /**
     * What a job or a schedule would run is an object of the process that made it, and ends with it: schedules an earlier process
     * left behind are gone, and jobs it had not finished are aborted.
     */
    endEarlierProcess() {
        for (const object of ["CronTrigger", "CronJobDetail"]) {
            if (this.schema.object(object) === undefined)
                continue;
            for (const row of [...this.store.table(object).rows()])
                this.store.purge(object, row.id);
        }
        if (this.schema.object("AsyncApexJob") === undefined)
            return;
        for (const row of [...this.store.table("AsyncApexJob").rows()]) {
            const status = row.values["Status"];
            if (typeof status !== "string" || !UNFINISHED.has(status))
                continue;
            this.update(row.id, {
                Status: "Aborted",
                ExtendedStatus: "The org was stopped before the job had ended",
                CompletedDate: this.moment(),
            });
        }
    }
    moment(epochMs = this.now()) {
        return new ApexDatetime(Math.floor(epochMs / 1000) * 1000);
    }
    /** The id of the class's row; made when somebody first asks for it. */
    classId(name) {
        if (this.schema.object("ApexClass") === undefined)
            return null;
        for (const row of this.store.table("ApexClass").rows())
            if (row.values["Name"] === name)
                return row.id;
        return this.create("ApexClass", { Name: name, Status: "Active" }, "");
    }
    known(object, values) {
        const describe = this.schema.object(object);
        return Object.fromEntries(Object.entries(values).filter(([name]) => describe?.fields.has(name.toLowerCase())));
    }
}
