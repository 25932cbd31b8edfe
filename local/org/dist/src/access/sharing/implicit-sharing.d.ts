/**
 * What accounts and their contacts, cases and opportunities share with each other: who may read a child may read its account, and who
 * owns an account may do with others' children what the role says. Source: Salesforce Help, "Built-in Sharing Behavior".
 */
import { type AccessLevel } from "./access-level.ts";
import type { RecordSharing } from "./record-sharing.ts";
import type { Row } from "../../store/row.ts";
/** The accounts of the children that the user has by ownership, share or rule: not those that everybody reads. */
export declare function accountsOfChildren(sharing: RecordSharing): ReadonlySet<string>;
export declare function isChildOfAccounts(object: string): boolean;
/** The access to children of accounts. */
export declare class ChildrenOfAccounts {
    #private;
    constructor(sharing: RecordSharing, child: string);
    level(row: Row): AccessLevel;
}
