import type { ReadRights } from "./query-context.ts";
/** Collects what a query reads, to refuse it as a whole when the user may not. */
export declare class FieldAccess {
    private readonly objects;
    private readonly fields;
    readsObject(object: string): void;
    readsField(object: string, field: string): void;
    /**
     * @throws QueryError in the words of user mode, or those of WITH SECURITY_ENFORCED.
     * Source: Apex Developer Guide, Enforce User Mode for Database Operations; Filter SOQL Queries Using WITH SECURITY_ENFORCED.
     */
    check(rights: ReadRights, mode: "USER_MODE" | "SECURITY_ENFORCED"): void;
    /** None of an object's fields can be read that cannot be read itself. */
    private unreadable;
}
