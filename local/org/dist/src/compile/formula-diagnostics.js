/** What Salesforce's formula compiler refuses in a project: formula fields, validation rules and defaults. */
import { existsSync } from "node:fs";
import path from "node:path";
import { checkFormula } from "../formula/formula.js";
import { FormulaFailure } from "../formula/syntax.js";
import { resolveFieldPath } from "../soql/field-path.js";
import { QueryError } from "../soql/query-error.js";
export function formulaDiagnostics(loaded) {
    const found = [];
    for (const { name, file, validationRules, fields } of loaded.metadata.objects.values()) {
        const describe = loaded.schema.object(name);
        if (describe === undefined)
            continue;
        const check = (part, member, formula) => {
            if (formula === null)
                return;
            const refusal = refusalOf(formula, loaded.schema, describe);
            if (refusal !== null)
                found.push({
                    file: fileOf(file, part, member),
                    at: { line: 1, column: 1 },
                    message: `${name}.${member}: ${refusal}`,
                    kind: "error",
                });
        };
        for (const rule of validationRules)
            check("validationRule", rule.name, rule.condition);
        for (const own of fields) {
            const field = describe.fields.get(own.name.toLowerCase());
            check("field", own.name, field?.formula ?? null);
        }
    }
    return found;
}
function refusalOf(formula, schema, describe) {
    try {
        checkFormula(formula, (identifier) => ({ type: typeOf(identifier, schema, describe) }));
        return null;
    }
    catch (error) {
        if (error instanceof FormulaFailure)
            return error.message;
        throw error;
    }
}
/** What `$` names stand for depends on who looks and on records; any of them is taken. */
function typeOf(identifier, schema, describe) {
    if (identifier.startsWith("$"))
        return "anyType";
    try {
        return resolveFieldPath(schema, describe, identifier.split("."), new Map()).field.type;
    }
    catch (error) {
        if (error instanceof QueryError)
            throw new FormulaFailure(`Field ${identifier} does not exist. Check spelling.`);
        throw error;
    }
}
/** The file of the part, where the project is in source format; else that of the object. */
function fileOf(objectFile, part, member) {
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
