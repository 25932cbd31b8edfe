/** An Apex Time: milliseconds of the day, wrapping at midnight. */
const DAY_MS = 86_400_000;
export class ApexTime {
    ms;
    constructor(ms) {
        this.ms = ((ms % DAY_MS) + DAY_MS) % DAY_MS;
    }
    static of(hour, minute, second, millisecond) {
        return new ApexTime(((hour * 60 + minute) * 60 + second) * 1000 + millisecond);
    }
    get hour() {
        return Math.floor(this.ms / 3_600_000);
    }
    get minute() {
        return Math.floor(this.ms / 60_000) % 60;
    }
    get second() {
        return Math.floor(this.ms / 1000) % 60;
    }
    get millisecond() {
        return this.ms % 1000;
    }
    /** `10:00:00.000Z`. */
    toString() {
        return new Date(this.ms).toISOString().slice(11);
    }
}
