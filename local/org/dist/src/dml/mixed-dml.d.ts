import type { DmlError } from "../runtime/host.ts";
import type { SObjectValue } from "../runtime/sobject.ts";
import type { DmlOperation } from "../syntax/ast.ts";
/** The error of a write that mixes setup objects and others in one transaction; null when it does not. */
export declare function mixedDmlError(operation: DmlOperation, record: SObjectValue): DmlError | null;
