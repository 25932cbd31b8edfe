import type { FieldDescribe, SObjectDescribe } from "../../schema/schema.ts";
import { isWrittenBySalesforce } from "../../schema/written-by-salesforce.ts";
import type { Position } from "../../syntax/ast.ts";
import { fail } from "../report.ts";

export function checkFieldWritable(
  object: SObjectDescribe,
  field: FieldDescribe,
  at: Position,
): void {
  if (isWrittenBySalesforce(object, field))
    fail(at, `Field is not writeable: ${object.name}.${field.name}`);
}
