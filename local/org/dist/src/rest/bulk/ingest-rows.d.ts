import type { RestContext } from "../context.ts";
import type { IngestJob } from "./bulk-job.ts";
/** Reads the upload and promises its chunks as background work. */
export declare function startIngest(context: RestContext, job: IngestJob): void;
