import { curate } from "../curate.js";
import { picklist, text } from "../field-builders.js";
export const cronJobDetail = curate({
    name: "CronJobDetail",
    label: "Cron Job",
    labelPlural: "Cron Jobs",
    keyPrefix: "08a",
    allows: [],
    fields: {
        Name: text(255, { label: "Job Name", filled: true, readOnly: true }),
        JobType: picklist([
            "1=Data Export",
            "3=Dashboard Refresh",
            "4=Reporting Snapshot",
            "6=Scheduled Flow",
            "7=Scheduled Apex",
            "8=Report Run",
            "9=Batch Job",
            "A=Reporting Notification",
        ], { label: "Type", length: 40, readOnly: true, restricted: true }),
    },
});
