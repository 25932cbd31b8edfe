import { noSuchColumn, noSuchObject, QueryError } from "./query-error.js";
/** Collects what a query reads, to refuse it as a whole when the user may not. */
export class FieldAccess {
    objects = new Set();
    fields = new Map();
    readsObject(object) {
        this.objects.add(object);
    }
    readsField(object, field) {
        const known = this.fields.get(object);
        if (known === undefined)
            this.fields.set(object, new Set([field]));
        else
            known.add(field);
    }
    /**
     * @throws QueryError in the words of user mode, or those of WITH SECURITY_ENFORCED.
     * Source: Apex Developer Guide, Enforce User Mode for Database Operations; Filter SOQL Queries Using WITH SECURITY_ENFORCED.
     */
    check(rights, mode) {
        const refusedObject = [...this.objects].find((object) => !rights.canReadObject(object));
        if (refusedObject !== undefined) {
            if (mode === "USER_MODE")
                throw this.unreadable(refusedObject);
            throw new QueryError("INSUFFICIENT_ACCESS", `Insufficient permissions: secure query included inaccessible entity ${refusedObject}`);
        }
        const refused = new Map();
        for (const [object, fields] of this.fields) {
            const hidden = [...fields].filter((field) => !rights.canReadField(object, field));
            if (hidden.length > 0)
                refused.set(object, hidden);
        }
        const [first] = refused;
        if (first === undefined)
            return;
        const [object, hidden] = first;
        const message = mode === "USER_MODE"
            ? noSuchColumn(hidden[0] ?? "", object).message
            : "Insufficient permissions: secure query included inaccessible field";
        throw new QueryError(mode === "USER_MODE" ? "INVALID_FIELD" : "INSUFFICIENT_ACCESS", message, refused);
    }
    /** None of an object's fields can be read that cannot be read itself. */
    unreadable(object) {
        const { code, message } = noSuchObject(object);
        return new QueryError(code, message, new Map([[object, [...(this.fields.get(object) ?? [])]]]));
    }
}
