import { curate } from "../curate.js";
import { datetime, integer, lookup, picklist, text } from "../field-builders.js";
const SHOWN = { readOnly: true };
export const asyncApexJob = curate({
    name: "AsyncApexJob",
    label: "Apex Job",
    labelPlural: "Apex Jobs",
    keyPrefix: "707",
    nameField: null,
    allows: [],
    fields: {
        JobType: picklist([
            "Future",
            "SharingRecalculation=Sharing Recalculation",
            "ScheduledApex=Scheduled Apex",
            "BatchApex=Batch Apex",
            "BatchApexWorker=Batch Apex Worker",
            "TestRequest=Test Request",
            "TestWorker=Test Worker",
            "ApexToken=Apex Token",
            "Queueable",
        ], { length: 40, filled: true, ...SHOWN }),
        ApexClassId: lookup({ label: "Class ID", ...SHOWN }),
        Status: picklist(["Queued", "Processing", "Aborted", "Completed", "Failed", "Preparing", "Holding"], { length: 40, filled: true, ...SHOWN }),
        JobItemsProcessed: integer(9, { label: "Batches Processed", filled: true, ...SHOWN }),
        TotalJobItems: integer(9, { label: "Total Batches", ...SHOWN }),
        NumberOfErrors: integer(9, { label: "Failures", ...SHOWN }),
        CompletedDate: datetime({ label: "Completion Date", ...SHOWN }),
        MethodName: text(80, { label: "Apex Method", ...SHOWN }),
        ExtendedStatus: text(1000, { label: "Status Detail", ...SHOWN }),
        ParentJobId: lookup({ label: "Apex Job ID", ...SHOWN }),
        LastProcessed: text(18, { label: "Last ID processed and committed", ...SHOWN }),
        LastProcessedOffset: integer(9, {
            label: "Offset of last ID processed and committed",
            ...SHOWN,
        }),
        CronTriggerId: lookup({ label: "Scheduled Job ID", ...SHOWN }),
    },
});
