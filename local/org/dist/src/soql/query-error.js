/** A query that Salesforce refuses, in its words. */
export class QueryError extends Error {
    code;
    /** Fields a user-mode query may not read, for QueryException.getInaccessibleFields: object → fields. */
    inaccessible;
    constructor(code, message, inaccessible = new Map()) {
        super(message);
        this.name = "QueryError";
        this.code = code;
        this.inaccessible = inaccessible;
    }
}
const REFERENCE_ADVICE = "Please reference your WSDL or the describe call for the appropriate names.";
export function noSuchColumn(field, object) {
    return new QueryError("INVALID_FIELD", `No such column '${field}' on entity '${object}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. ${REFERENCE_ADVICE}`);
}
export function noSuchObject(object) {
    return new QueryError("INVALID_TYPE", `sObject type '${object}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. ${REFERENCE_ADVICE}`);
}
export function noSuchParent(relationship) {
    return new QueryError("INVALID_FIELD", `Didn't understand relationship '${relationship}' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. ${REFERENCE_ADVICE}`);
}
export function noSuchChildren(relationship) {
    return new QueryError("INVALID_TYPE", `Didn't understand relationship '${relationship}' in FROM part of query call. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. ${REFERENCE_ADVICE}`);
}
export function malformed(message) {
    return new QueryError("MALFORMED_QUERY", message);
}
