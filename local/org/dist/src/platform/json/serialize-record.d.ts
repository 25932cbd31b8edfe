import type { SObjectValue } from "../../runtime/sobject.ts";
import type { Serialization } from "./serialize.ts";
export declare function writeRecord(record: SObjectValue, serialization: Serialization): void;
