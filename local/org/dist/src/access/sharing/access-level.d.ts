/**
 * How far a user may go with one record, as an order: who may edit may read. `All` is what an owner has: delete, transfer and share too.
 */
export declare const NO_ACCESS = 0;
export declare const READ = 1;
export declare const EDIT = 2;
export declare const ALL = 3;
export type AccessLevel = 0 | 1 | 2 | 3;
/** What an AccessLevel field of a share, a rule or a role says. */
export declare function accessLevel(text: unknown): AccessLevel;
/**
 * What everybody has by the organization-wide default.
 * Source: Salesforce Help, "Organization-Wide Default Access Settings".
 */
export declare function defaultLevel(sharingModel: string): AccessLevel;
export declare function higher(left: AccessLevel, right: AccessLevel): AccessLevel;
