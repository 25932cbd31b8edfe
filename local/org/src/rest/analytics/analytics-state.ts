/** What the analytics resources keep between requests: report types worked out, asynchronous runs. */
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

/** Results of asynchronous runs are there for a day. Source: Reports and Dashboards REST API Developer Guide, "Requirements and Limitations". */
const KEPT_MS = 24 * 3_600_000;

function typesOf(schema: Schema): ReportTypes {
  return new ReportTypes(schema, schema.analytics.reportTypes);
}

export class AnalyticsState {
  readonly #schema: Schema;
  #types: ReportTypes;
  readonly #instances = new Map<string, ReportInstance>();
  #minted = 0;

  constructor(schema: Schema) {
    this.#schema = schema;
    this.#types = typesOf(schema);
  }

  get types(): ReportTypes {
    return this.#types;
  }

  /** Works the report types out anew, of a schema that has become another. */
  renew(): void {
    this.#types = typesOf(this.#schema);
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
