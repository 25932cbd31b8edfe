import { isJsonObject } from "../json-to-record.js";
import { bodyObject } from "../request-body.js";
import { RestError } from "../rest-error.js";
/** @throws RestError for a class that there is not */
export function chosenTests(context) {
    const ids = classIds(context);
    const nameOf = new Map([...ids].map(([name, id]) => [id.slice(0, 15), name]));
    const all = context.apex.classes.filter(({ tests }) => tests.length > 0);
    const named = (name, methods) => {
        const testClass = all.find((each) => each.name.toLowerCase() === name.toLowerCase());
        if (testClass === undefined)
            throw new RestError(400, "INVALID_INPUT", `This class name's value is invalid: ${name}. Provide the name of an Apex class that has test methods.`);
        return { testClass, classId: ids.get(testClass.name.toLowerCase()) ?? "", methods };
    };
    const byId = (id) => nameOf.get(id.slice(0, 15)) ?? id;
    const body = bodyObject(context.request);
    const names = [
        ...commaSeparated(body["classNames"]),
        ...commaSeparated(body["classids"] ?? body["classIds"]).map(byId),
    ];
    const tests = Array.isArray(body["tests"]) ? body["tests"].filter(isJsonObject) : [];
    const chosen = [
        ...names.map((name) => named(name, null)),
        ...tests.map((test) => {
            const { className, classId, testMethods } = test;
            const name = typeof className === "string" ? className : byId(String(classId));
            const methods = Array.isArray(testMethods) ? testMethods.map(String) : [];
            return named(name, methods.length === 0 ? null : methods);
        }),
    ];
    if (chosen.length > 0)
        return chosen;
    const level = body["testLevel"];
    if (level === "RunLocalTests" || level === "RunAllTestsInOrg")
        return all.map(({ name }) => named(name, null));
    throw new RestError(400, "INVALID_INPUT", "The request names no tests.");
}
/** Lower-cased name → id. */
function classIds({ org, user }) {
    const selected = org.select("SELECT Id, Name FROM ApexClass", user, { allRows: false });
    const records = selected.kind === "records" ? selected.records : [];
    return new Map(records.map((record) => [String(record.peek("Name")).toLowerCase(), record.id ?? ""]));
}
function commaSeparated(value) {
    if (Array.isArray(value))
        return value.map(String);
    return typeof value === "string" && value !== ""
        ? value.split(",").map((each) => each.trim())
        : [];
}
