import { noSuchColumn, noSuchObject, QueryError } from "./query-error.ts";
import type { ReadRights } from "./query-context.ts";

/** Collects what a query reads, to refuse it as a whole when the user may not. */
export class FieldAccess {
  private readonly objects = new Set<string>();
  private readonly fields = new Map<string, Set<string>>();

  readsObject(object: string): void {
    this.objects.add(object);
  }

  readsField(object: string, field: string): void {
    const known = this.fields.get(object);
    if (known === undefined) this.fields.set(object, new Set([field]));
    else known.add(field);
  }

  /**
   * @throws QueryError in the words of user mode, or those of WITH SECURITY_ENFORCED.
   * Source: Apex Developer Guide, Enforce User Mode for Database Operations; Filter SOQL Queries Using WITH SECURITY_ENFORCED.
   */
  check(rights: ReadRights, mode: "USER_MODE" | "SECURITY_ENFORCED"): void {
    const refusedObject = [...this.objects].find((object) => !rights.canReadObject(object));
    if (refusedObject !== undefined) {
      if (mode === "USER_MODE") throw this.unreadable(refusedObject);
      throw new QueryError(
        "INSUFFICIENT_ACCESS",
        `Insufficient permissions: secure query included inaccessible entity ${refusedObject}`,
      );
    }
    const refused = new Map<string, readonly string[]>();
    for (const [object, fields] of this.fields) {
      const hidden = [...fields].filter((field) => !rights.canReadField(object, field));
      if (hidden.length > 0) refused.set(object, hidden);
    }
    const [first] = refused;
    if (first === undefined) return;
    const [object, hidden] = first;
    const message =
      mode === "USER_MODE"
        ? noSuchColumn(hidden[0] ?? "", object).message
        : "Insufficient permissions: secure query included inaccessible field";
    throw new QueryError(
      mode === "USER_MODE" ? "INVALID_FIELD" : "INSUFFICIENT_ACCESS",
      message,
      refused,
    );
  }

  /** None of an object's fields can be read that cannot be read itself. */
  private unreadable(object: string): QueryError {
    const { code, message } = noSuchObject(object);
    return new QueryError(code, message, new Map([[object, [...(this.fields.get(object) ?? [])]]]));
  }
}
