/**
 * `@{reference.path}` in a part of a composite request: a value from an earlier part's answer, `@{ref.id}`, `@{ref.records[0].Name}`.
 * Source: REST API Developer Guide, "Composite", "Using a Reference ID".
 */
import { isJsonObject } from "../json-to-record.js";
import { JsonNumber } from "../json-text.js";
import { RestError } from "../rest-error.js";
const REFERENCE = /@\{([^}]+)\}/g;
/** The value with every reference in its texts replaced. @throws RestError PROCESSING_HALTED for a reference to nothing */
export function resolveReferences(value, answers) {
    if (typeof value === "string")
        return value.replaceAll(REFERENCE, (_, path) => referenced(path, answers));
    if (Array.isArray(value))
        return value.map((each) => resolveReferences(each, answers));
    if (!isJsonObject(value))
        return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, resolveReferences(each, answers)]));
}
export function resolveText(text, answers) {
    return text.replaceAll(REFERENCE, (_, path) => referenced(path, answers));
}
function referenced(path, answers) {
    const [reference = "", ...steps] = path.split(/\.|\[|\]\.?/).filter((step) => step !== "");
    if (!answers.has(reference))
        throw invalid(`Invalid reference specified. No value for ${reference} found`);
    let value = answers.get(reference);
    for (const step of steps) {
        if (Array.isArray(value))
            value = value[Number(step)];
        else
            value = isJsonObject(value) ? value[step] : undefined;
    }
    if (typeof value === "string")
        return value;
    if (value instanceof JsonNumber)
        return value.text;
    if (typeof value === "boolean")
        return String(value);
    throw invalid(`Invalid reference specified. No value for ${path} found in ${reference}. Provided value must be a literal`);
}
function invalid(message) {
    return new RestError(400, "PROCESSING_HALTED", message);
}
