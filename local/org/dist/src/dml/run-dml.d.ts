import type { DmlOutcome, DmlRequest } from "../runtime/host.ts";
import type { DmlContext } from "./dml-context.ts";
/**
 * Runs a DML operation on records of any objects: one outcome per record, in order. With `allOrNone` a single failure undoes
 * everything. Ids go to the records given.
 */
export declare function runDml(context: DmlContext, request: DmlRequest): readonly DmlOutcome[];
