import { curate } from "../curate.js";
import { datetime, integer, lookup, picklist, text } from "../field-builders.js";
const SHOWN = { readOnly: true };
export const cronTrigger = curate({
    name: "CronTrigger",
    label: "Scheduled Jobs",
    labelPlural: "Scheduled Jobs",
    keyPrefix: "08e",
    nameField: null,
    allows: [],
    fields: {
        CronJobDetailId: lookup({ label: "Job ID", ...SHOWN }),
        NextFireTime: datetime({ label: "Next Run Time", ...SHOWN }),
        PreviousFireTime: datetime({ label: "Previous Run Time", ...SHOWN }),
        State: text(16, { label: "Job State", ...SHOWN }),
        StartTime: datetime(SHOWN),
        EndTime: datetime(SHOWN),
        CronExpression: text(255, SHOWN),
        TimeZoneSidKey: picklist([], { label: "Java Time Zone Id", length: 40, ...SHOWN }),
        OwnerId: lookup({ label: "User ID", ...SHOWN }),
        TimesTriggered: integer(9, { label: "Job Fired Count", ...SHOWN }),
    },
});
