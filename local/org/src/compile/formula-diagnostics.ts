/** What Salesforce's formula compiler refuses in a project: formula fields, validation rules and defaults. */
import { existsSync } from "node:fs";
import path from "node:path";
import { checkFormula } from "../formula/formula.ts";
import { FormulaFailure } from "../formula/syntax.ts";
import type { LoadedSchema } from "../schema/load-schema.ts";
import type { FieldType, Schema, SObjectDescribe } from "../schema/schema.ts";
import { resolveFieldPath } from "../soql/field-path.ts";
import { QueryError } from "../soql/query-error.ts";
import type { Diagnostic } from "../syntax/diagnostic.ts";

export function formulaDiagnostics(loaded: LoadedSchema): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const { name, file, validationRules, fields } of loaded.metadata.objects.values()) {
    const describe = loaded.schema.object(name);
    if (describe === undefined) continue;
    const check = (part: string, member: string, formula: string | null): void => {
      if (formula === null) return;
      const refusal = refusalOf(formula, loaded.schema, describe);
      if (refusal !== null)
        found.push({
          file: fileOf(file, part, member),
          at: { line: 1, column: 1 },
          message: `${name}.${member}: ${refusal}`,
          kind: "error",
        });
    };
    for (const rule of validationRules) check("validationRule", rule.name, rule.condition);
    for (const own of fields) {
      const field = describe.fields.get(own.name.toLowerCase());
      check("field", own.name, field?.formula ?? null);
    }
  }
  return found;
}

function refusalOf(formula: string, schema: Schema, describe: SObjectDescribe): string | null {
  try {
    checkFormula(formula, (identifier) => ({ type: typeOf(identifier, schema, describe) }));
    return null;
  } catch (error) {
    if (error instanceof FormulaFailure) return error.message;
    throw error;
  }
}

/** What `$` names stand for depends on who looks and on records; any of them is taken. */
function typeOf(identifier: string, schema: Schema, describe: SObjectDescribe): FieldType {
  if (identifier.startsWith("$")) return "anyType";
  try {
    return resolveFieldPath(schema, describe, identifier.split("."), new Map()).field.type;
  } catch (error) {
    if (error instanceof QueryError)
      throw new FormulaFailure(`Field ${identifier} does not exist. Check spelling.`);
    throw error;
  }
}

/** The file of the part, where the project is in source format; else that of the object. */
function fileOf(objectFile: string, part: string, member: string): string {
  // The object's own file, or that of one of its parts.
  const object = objectFile.endsWith(".object-meta.xml")
    ? path.dirname(objectFile)
    : path.dirname(path.dirname(objectFile));
  const folder = part === "field" ? "fields" : "validationRules";
  const own = path.join(object, folder, `${member}.${part}-meta.xml`);
  const file = existsSync(own) ? own : objectFile;
  const relative = path.relative(process.cwd(), file);
  return relative.startsWith("..") ? file : relative;
}
