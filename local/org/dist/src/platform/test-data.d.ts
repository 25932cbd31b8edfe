import { SObjectValue } from "../runtime/sobject.ts";
import type { SObjectDescribe } from "../schema/schema.ts";
export declare function loadedRecords(describe: SObjectDescribe, csv: string): SObjectValue[];
