/** What the analytics resources keep between requests: report types worked out, asynchronous runs, the runs of the last hour. */
import { ReportTypes } from "../../analytics/type/types-of-org.ts";
import type { Schema } from "../../schema/schema.ts";
import { mintId } from "../../store/record-id.ts";

export interface ReportInstance {
  readonly id: string;
  readonly reportId: string;
  readonly ownerId: string;
  /** Epoch ms. */
  readonly requestedAt: number;
  readonly hasDetails: boolean;
  completedAt: number | null;
  status: "New" | "Running" | "Success" | "Error";
  /** Of a run that succeeded, without its attributes. */
  result: Readonly<Record<string, unknown>> | null;
}

/** Source: Reports and Dashboards REST API Developer Guide, "Requirements and Limitations". */
const SYNCHRONOUS_RUNS_AN_HOUR = 500;
const ASYNCHRONOUS_RUNS_AN_HOUR = 1200;
const HOUR_MS = 3_600_000;
/** Results of asynchronous runs are there for a day. */
const KEPT_MS = 24 * HOUR_MS;

export class AnalyticsState {
  readonly types: ReportTypes;
  readonly #instances = new Map<string, ReportInstance>();
  readonly #runs: Record<"synchronous" | "asynchronous", number[]> = {
    synchronous: [],
    asynchronous: [],
  };
  #minted = 0;

  constructor(schema: Schema) {
    this.types = new ReportTypes(schema, schema.analytics.reportTypes);
  }

  /** Counts a run; false when the hour's runs are used up. */
  take(kind: "synchronous" | "asynchronous", now: number): boolean {
    const recent = this.#runs[kind].filter((at) => at > now - HOUR_MS);
    const limit = kind === "synchronous" ? SYNCHRONOUS_RUNS_AN_HOUR : ASYNCHRONOUS_RUNS_AN_HOUR;
    this.#runs[kind] = recent;
    if (recent.length >= limit) return false;
    recent.push(now);
    return true;
  }

  request(reportId: string, ownerId: string, hasDetails: boolean, now: number): ReportInstance {
    this.#minted += 1;
    const instance: ReportInstance = {
      id: mintId("0LG", this.#minted),
      reportId,
      ownerId,
      requestedAt: now,
      hasDetails,
      completedAt: null,
      status: "New",
      result: null,
    };
    this.#instances.set(instance.id, instance);
    return instance;
  }

  /** Newest first. */
  instances(reportId: string, ownerId: string, now: number): readonly ReportInstance[] {
    this.#forgetOld(now);
    return [...this.#instances.values()]
      .filter((each) => each.reportId === reportId && each.ownerId === ownerId)
      .toReversed();
  }

  instance(id: string, now: number): ReportInstance | undefined {
    this.#forgetOld(now);
    return this.#instances.get(id);
  }

  remove(id: string): void {
    this.#instances.delete(id);
  }

  #forgetOld(now: number): void {
    for (const [id, { requestedAt }] of this.#instances)
      if (requestedAt < now - KEPT_MS) this.#instances.delete(id);
  }
}
