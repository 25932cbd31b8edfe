import type { RecordSharing } from "../access/sharing/record-sharing.ts";
import type { DmlError } from "../runtime/host.ts";
import type { SObjectDescribe } from "../schema/schema.ts";
import type { DmlOperation } from "../syntax/ast.ts";
import type { DmlContext } from "./dml-context.ts";
import { type Draft } from "./draft.ts";
/** Leaves an error in each draft that the user's sharing does not allow. */
export declare function refuseUnshared({ sharing }: DmlContext, describe: SObjectDescribe, drafts: readonly Draft[], operation: DmlOperation): void;
/** null: sharing allows it. */
export declare function refusalOf(sharing: RecordSharing, describe: SObjectDescribe, draft: Draft, operation: DmlOperation): DmlError | null;
