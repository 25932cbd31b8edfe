/** A place to go back to, in the records and in what waits for the commit. */
export class RecordSavepoint {
    mark;
    events;
    jobs;
    isReleased = false;
    constructor(mark, events, jobs) {
        this.mark = mark;
        this.events = events;
        this.jobs = jobs;
    }
}
