/** Who a user is to shares and rules: the user, those below in the role hierarchy, and the groups they are in. */
import type { RecordStore } from "../../store/record-store.ts";
import type { Row } from "../../store/row.ts";
export interface Grantees {
    /** Owners whose records are the user's too: the user, users below, queues of any of them. */
    readonly owners: ReadonlySet<string>;
    /** Ids of users and groups: a share with one of them is a share with the user. */
    readonly ids: ReadonlySet<string>;
}
/** Worked out once a user, until users, roles or groups change. */
export declare class GranteesOfUsers {
    #private;
    constructor(store: RecordStore);
    of(userId: string): Grantees;
}
export declare function isInternal(user: Row | undefined): boolean;
export declare function isOfRole(group: Row): boolean;
/** Roles below one, at any depth. */
export declare function rolesBelow(store: RecordStore, role: string): ReadonlySet<string>;
export declare function usersOfRoles(store: RecordStore, roles: Iterable<string>): readonly string[];
