import type { FieldFilter, SObjectDescribe } from "../schema/schema.ts";
import type { Row } from "../store/row.ts";
import { type ReadEnvironment } from "./row-reader.ts";
/** Several values, with commas between them, are alternatives. */
export declare function passesFilter(environment: ReadEnvironment, describe: SObjectDescribe, row: Row, filter: FieldFilter): boolean;
