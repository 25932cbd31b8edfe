/**
 * How far a user may go with one record, as an order: who may edit may read. `All` is what an owner has: delete, transfer and share too.
 */
export const NO_ACCESS = 0;
export const READ = 1;
export const EDIT = 2;
export const ALL = 3;
/** What an AccessLevel field of a share, a rule or a role says. */
export function accessLevel(text) {
    switch (text) {
        case "Read":
            return READ;
        case "Edit":
            return EDIT;
        case "All":
            return ALL;
        default:
            return NO_ACCESS;
    }
}
/**
 * What everybody has by the organization-wide default.
 * Source: Salesforce Help, "Organization-Wide Default Access Settings".
 */
export function defaultLevel(sharingModel) {
    switch (sharingModel) {
        case "Read":
        case "ReadSelect":
            return READ;
        case "ReadWrite":
        case "ReadWriteTransfer":
            return EDIT;
        case "FullAccess":
            return ALL;
        default:
            return NO_ACCESS;
    }
}
export function higher(left, right) {
    return left > right ? left : right;
}
