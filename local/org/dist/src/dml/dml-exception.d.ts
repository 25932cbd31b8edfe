import { type ApexException } from "../runtime/exception.ts";
import type { DmlOutcome } from "../runtime/host.ts";
import type { DmlOperation } from "../syntax/ast.ts";
/**
 * The exception of an all-or-none operation: "Insert failed. First exception on row 0; first error: REQUIRED_FIELD_MISSING,
 * Required fields are missing: [Name]: [Name]".
 */
export declare function dmlExceptionOf(operation: DmlOperation, outcomes: readonly DmlOutcome[]): ApexException;
