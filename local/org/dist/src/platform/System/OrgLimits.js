/**
 * System.OrgLimits and System.OrgLimit: allocations of the whole org. The numbers are those of a Developer Edition; nothing is used up.
 * Source: Apex Reference, "OrgLimits Class"; REST API Developer Guide, "Limits" for the names.
 */
import { ApexList } from "../../runtime/list.js";
import { ApexMap } from "../../runtime/map.js";
import { platformTypeNamed, STRING } from "../../runtime/type.js";
import { platformType } from "../../runtime/behaviour.js";
/** Emails to outside addresses in a day. */
export const DAILY_EMAILS = 15;
const ALLOCATIONS = {
    ActiveScratchOrgs: 3,
    ConcurrentAsyncGetReportInstances: 200,
    ConcurrentSyncReportRuns: 20,
    DailyApiRequests: 15_000,
    DailyAsyncApexExecutions: 250_000,
    DailyAsyncApexTests: 500,
    DailyBulkApiBatches: 15_000,
    DailyBulkV2QueryJobs: 10_000,
    DailyBulkV2QueryFileStorageMB: 976_562,
    DailyDeliveredPlatformEvents: 10_000,
    DailyDurableStreamingApiEvents: 10_000,
    DailyDurableGenericStreamingApiEvents: 10_000,
    DailyGenericStreamingApiEvents: 10_000,
    DailyScratchOrgs: 6,
    DailyStandardVolumePlatformEvents: 10_000,
    DailyStreamingApiEvents: 10_000,
    DailyWorkflowEmails: 975,
    DataStorageMB: 5,
    DurableStreamingApiConcurrentClients: 20,
    FileStorageMB: 20,
    HourlyAsyncReportRuns: 1_200,
    HourlyDashboardRefreshes: 200,
    HourlyDashboardResults: 5_000,
    HourlyDashboardStatuses: 999_999_999,
    HourlyODataCallout: 1_000,
    HourlyPublishedPlatformEvents: 50_000,
    HourlyPublishedStandardVolumePlatformEvents: 1_000,
    HourlySyncReportRuns: 500,
    HourlyTimeBasedWorkflow: 50,
    MassEmail: 10,
    MonthlyPlatformEvents: 300_000,
    Package2VersionCreates: 6,
    PermissionSets: 1_500,
    SingleEmail: DAILY_EMAILS,
    StreamingApiConcurrentClients: 20,
};
export class OrgLimitValue {
    name;
    limit;
    constructor(name, limit) {
        this.name = name;
        this.limit = limit;
    }
}
const ORG_LIMIT = platformTypeNamed("System.OrgLimit");
function all() {
    return Object.entries(ALLOCATIONS).map(([name, limit]) => new OrgLimitValue(name, limit));
}
export const orgLimitsBehaviour = platformType({
    type: "System.OrgLimits",
    statics: {
        getAll: () => new ApexList(ORG_LIMIT, all()),
        getMap: () => new ApexMap(STRING, ORG_LIMIT, all().map((limit) => [limit.name, limit])),
    },
});
export const orgLimitBehaviour = platformType({
    type: "System.OrgLimit",
    implementation: OrgLimitValue,
    methods: {
        getLimit: (limit) => limit.limit,
        getName: (limit) => limit.name,
        getValue: () => 0,
    },
});
