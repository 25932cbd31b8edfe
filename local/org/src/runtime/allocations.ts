/**
 * What a whole org may use, and what it has used of it. The numbers are those of a Developer Edition.
 * Source: Apex Reference, "OrgLimits Class"; REST API Developer Guide, "Limits" for the names; Salesforce Developer Limits and Allocations
 * Quick Reference.
 */
const HOUR_MS = 3_600_000;
const [HOUR, DAY, MONTH] = [1, 24, 24 * 30];

interface Allocation {
  readonly maximum: number;
  /** Over how many hours it is counted; null for what is there at once, now. */
  readonly hours: number | null;
}

const ALLOCATIONS = {
  ActiveScratchOrgs: { maximum: 3, hours: null },
  ConcurrentAsyncGetReportInstances: { maximum: 200, hours: null },
  ConcurrentSyncReportRuns: { maximum: 20, hours: null },
  DailyApiRequests: { maximum: 15_000, hours: DAY },
  DailyAsyncApexExecutions: { maximum: 250_000, hours: DAY },
  DailyAsyncApexTests: { maximum: 500, hours: DAY },
  DailyBulkApiBatches: { maximum: 15_000, hours: DAY },
  DailyBulkV2QueryJobs: { maximum: 10_000, hours: DAY },
  DailyBulkV2QueryFileStorageMB: { maximum: 976_562, hours: DAY },
  DailyDeliveredPlatformEvents: { maximum: 10_000, hours: DAY },
  DailyDurableStreamingApiEvents: { maximum: 10_000, hours: DAY },
  DailyDurableGenericStreamingApiEvents: { maximum: 10_000, hours: DAY },
  DailyGenericStreamingApiEvents: { maximum: 10_000, hours: DAY },
  DailyScratchOrgs: { maximum: 6, hours: DAY },
  DailyStandardVolumePlatformEvents: { maximum: 10_000, hours: DAY },
  DailyStreamingApiEvents: { maximum: 10_000, hours: DAY },
  DailyWorkflowEmails: { maximum: 975, hours: DAY },
  DataStorageMB: { maximum: 5, hours: null },
  DurableStreamingApiConcurrentClients: { maximum: 20, hours: null },
  FileStorageMB: { maximum: 20, hours: null },
  HourlyAsyncReportRuns: { maximum: 1_200, hours: HOUR },
  HourlyDashboardRefreshes: { maximum: 200, hours: HOUR },
  HourlyDashboardResults: { maximum: 5_000, hours: HOUR },
  HourlyDashboardStatuses: { maximum: 999_999_999, hours: HOUR },
  HourlyODataCallout: { maximum: 1_000, hours: HOUR },
  HourlyPublishedPlatformEvents: { maximum: 50_000, hours: HOUR },
  HourlyPublishedStandardVolumePlatformEvents: { maximum: 1_000, hours: HOUR },
  HourlySyncReportRuns: { maximum: 500, hours: HOUR },
  HourlyTimeBasedWorkflow: { maximum: 50, hours: HOUR },
  MassEmail: { maximum: 10, hours: DAY },
  MonthlyPlatformEvents: { maximum: 300_000, hours: MONTH },
  Package2VersionCreates: { maximum: 6, hours: DAY },
  PermissionSets: { maximum: 1_500, hours: null },
  SingleEmail: { maximum: 15, hours: DAY },
  StreamingApiConcurrentClients: { maximum: 20, hours: null },
} as const satisfies Readonly<Record<string, Allocation>>;

export type AllocationName = keyof typeof ALLOCATIONS;

export interface AllocationSources {
  /** Epoch ms. */
  readonly now: () => number;
  readonly maxima?: Partial<Readonly<Record<AllocationName, number>>>;
  /** What is there now, of what is not counted up. */
  readonly present?: Partial<Readonly<Record<AllocationName, () => number>>>;
}

/** Counted by the hour, over as many hours as an allocation is for. What the org does not know of is used up by nobody: 0. */
export class Allocations {
  readonly #sources: AllocationSources;
  readonly #perHour = new Map<AllocationName, Map<number, number>>();

  constructor(sources: AllocationSources) {
    this.#sources = sources;
  }

  get names(): readonly AllocationName[] {
    return Object.keys(ALLOCATIONS).filter(isAllocation);
  }

  maximum(name: AllocationName): number {
    return this.#sources.maxima?.[name] ?? ALLOCATIONS[name].maximum;
  }

  used(name: AllocationName): number {
    const { hours } = ALLOCATIONS[name];
    if (hours === null) return this.#sources.present?.[name]?.() ?? 0;
    const counted = this.#perHour.get(name);
    let sum = 0;
    for (const [hour, count] of counted ?? []) {
      if (hour <= this.#hour() - hours) counted?.delete(hour);
      else sum += count;
    }
    return sum;
  }

  count(name: AllocationName, amount = 1): void {
    if (amount === 0) return;
    const counted = this.#perHour.get(name) ?? new Map<number, number>();
    this.#perHour.set(name, counted);
    counted.set(this.#hour(), (counted.get(this.#hour()) ?? 0) + amount);
  }

  /** Counts one; false where nothing is left, and then nothing is counted. */
  take(name: AllocationName): boolean {
    if (this.used(name) >= this.maximum(name)) return false;
    this.count(name);
    return true;
  }

  #hour(): number {
    return Math.floor(this.#sources.now() / HOUR_MS);
  }
}

function isAllocation(name: string): name is AllocationName {
  return name in ALLOCATIONS;
}
