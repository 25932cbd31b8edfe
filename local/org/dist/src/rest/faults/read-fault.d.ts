import type { Fault } from "./faults.ts";
/** @throws RestError 400 */
export declare function readFault(body: unknown): Fault;
