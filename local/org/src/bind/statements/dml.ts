import { MERGEABLE } from "../../schema/mergeable.ts";
import type { Dml } from "../../syntax/ast.ts";
import { displayType } from "../../types/display.ts";
import type { Type } from "../../types/type.ts";
import type { BodyContext } from "../body-context.ts";
import type { BoundStatement } from "../bound.ts";
import { bindExpression } from "../expressions/expression.ts";
import { fail } from "../report.ts";

export function bindDml(statement: Dml, context: BodyContext): BoundStatement {
  const { at, operation, access } = statement;
  const target = bindExpression(statement.target, context);
  const record = recordType(target.type);
  if (record === null) {
    fail(at, `DML requires SObject or SObject list type: ${displayType(target.type)}`);
  }
  const forbidden = forbiddenOn(operation, record);
  if (forbidden !== null) fail(at, forbidden);
  if (operation === "merge" && record === "SObject") {
    fail(at, `Merge requires a concrete SObject type: ${record}`);
  }
  if (operation === "merge" && !MERGEABLE.has(record)) {
    fail(at, `Specified type ${record} cannot be merged`);
  }
  const losers = statement.losers === null ? null : bindExpression(statement.losers, context);
  const loser = losers === null ? null : recordType(losers.type);
  if (losers !== null && loser !== record && !isIds(losers.type)) {
    fail(at, "Invalid type for duplicate records");
  }
  const externalIdField =
    statement.externalIdField === null
      ? null
      : upsertField(statement.externalIdField, record, statement, context);
  return { kind: "dml", operation, access, target, losers, externalIdField, at };
}

/** Custom metadata is deployed, not saved; an event is published and never changed. */
function forbiddenOn(operation: Dml["operation"], record: string): string | null {
  const isForbidden = /__mdt$/i.test(record) || (/__e$/i.test(record) && operation !== "insert");
  const name = operation.charAt(0).toUpperCase() + operation.slice(1);
  return isForbidden ? `DML operation ${name} not allowed on ${record}` : null;
}

function recordType(type: Type): string | null {
  if (type.kind === "sobject") return type.name;
  return type.kind === "list" && type.element.kind === "sobject" ? type.element.name : null;
}

function isIds(type: Type): boolean {
  const element = type.kind === "list" ? type.element : type;
  return element.kind === "primitive" && element.name === "Id";
}

/** `upsert rows External__c` and `upsert rows Account.External__c`, also `Account.Fields.External__c`. */
function upsertField(
  path: readonly string[],
  record: string,
  { at }: Dml,
  context: BodyContext,
): string {
  const { schema } = context.compilation;
  const written = path.at(-1) ?? "";
  const objectName = record === "SObject" && path.length > 1 ? (path.at(0) ?? record) : record;
  if (objectName === "SObject") {
    fail(at, "Upsert with a field specification requires a concrete SObject type");
  }
  const field = schema.object(objectName)?.fields.get(written.toLowerCase());
  const isKey =
    field !== undefined && (field.isExternalId || field.isIdLookup || field.type === "id");
  if (!isKey) {
    fail(
      at,
      `Invalid field for upsert, must be an External Id custom or standard indexed field: ${path.join(".")}`,
    );
  }
  return field.name;
}
