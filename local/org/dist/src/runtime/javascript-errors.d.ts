/** Which JavaScript errors are Apex exceptions: a null dereference and a stack that is too deep. Every other one is a fault of this org. */
import { ApexException } from "./exception.ts";
/** The Apex exception something thrown stands for; null for a fault of this org, which must reach its developer. */
export declare function apexExceptionOf(thrown: unknown): ApexException | null;
