import type { SObjectDescribe } from "../../schema/schema.ts";
import type { Row } from "../../store/row.ts";
import { type AccessLevel } from "./access-level.ts";
import type { ControllingParent } from "./controlling-parent.ts";
import type { ObjectSharing, RecordSharing } from "./record-sharing.ts";
/** Records that sharing does not know. */
export declare const OPEN: ObjectSharing;
/** Records with an owner: default, ownership, permissions, shares, rules, and what accounts give, whichever gives most. */
export declare class OwnSharing implements ObjectSharing {
    #private;
    readonly isReadByAll: boolean;
    constructor(sharing: RecordSharing, describe: SObjectDescribe);
    level(row: Row, enough: AccessLevel): AccessLevel;
    isGranted(row: Row): boolean;
}
/** Records that follow one or two others. */
export declare class ControlledSharing implements ObjectSharing {
    #private;
    readonly isReadByAll: boolean;
    constructor(sharing: RecordSharing, describe: SObjectDescribe, parents: readonly ControllingParent[]);
    level(row: Row, enough: AccessLevel): AccessLevel;
    isGranted(row: Row): boolean;
}
/**
 * Tasks and events: the owner and those above do all, who may read what an activity is about may read it.
 * Source: Salesforce Help, "Organization-Wide Default Access Settings", Activity.
 */
export declare class ActivitySharing implements ObjectSharing {
    #private;
    readonly isReadByAll = false;
    constructor(sharing: RecordSharing, describe: SObjectDescribe);
    level(row: Row, enough: AccessLevel): AccessLevel;
    isGranted(row: Row): boolean;
}
