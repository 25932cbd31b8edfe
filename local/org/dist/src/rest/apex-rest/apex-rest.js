import { ApexBlob } from "../../runtime/blob.js";
import { ApexMap } from "../../runtime/map.js";
import { STRING } from "../../runtime/type.js";
import { JsonTokenizer } from "../../platform/json/json-token.js";
import { deserialize } from "../../platform/json/deserialize.js";
import { readDocument } from "../../platform/json/json-node.js";
import { serialize } from "../../platform/json/serialize.js";
import { restExchange } from "../../platform/rest-context.js";
import { newRestRequest, newRestResponse } from "../../platform/System/RestContext.js";
import { methodNotAllowed, RestError } from "../rest-error.js";
const PREFIX = "/services/apexrest/";
const VERBS = ["GET", "POST", "PUT", "PATCH", "DELETE"];
export function isApexRest(path) {
    return path.startsWith(PREFIX);
}
export function apexRest(context) {
    const { request, apex, org, user } = context;
    const path = `/${request.path.slice(PREFIX.length)}`;
    const target = classAt(apex.classes, path);
    if (target === null)
        throw new RestError(404, "NOT_FOUND", "Could not find a match for URL");
    return org.transact(user, "REST", () => {
        const methods = apex.running.find(target.name)?.definition.methods ?? [];
        const method = methodFor(methods, request.method);
        if (method === undefined)
            throw methodNotAllowed(request.method, VERBS.filter((verb) => methodFor(methods, verb) !== undefined));
        const exchange = restExchange();
        const response = newRestResponse();
        exchange.request = requestValue(request, path, target.restMapping ?? "");
        exchange.response = response;
        const result = apex.running.callStatic(target.name, method.key, valuesOf(method, request));
        return answer(restExchange().response ?? response, method, result);
    });
}
/** The longest mapping that fits: `/orders/*` before `/*`. */
function classAt(classes, path) {
    const fitting = classes.filter(({ restMapping }) => restMapping !== null && fits(restMapping, path));
    const length = ({ restMapping }) => restMapping?.length ?? 0;
    return fitting.toSorted((left, right) => length(right) - length(left))[0] ?? null;
}
function fits(mapping, path) {
    const pattern = mapping.split("*").map(escaped).join(".*");
    // `/orders/*` also takes `/orders`.
    return new RegExp(`^${pattern}$`).test(path) || new RegExp(`^${pattern}$`).test(`${path}/`);
}
function escaped(text) {
    return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
function methodFor(methods, verb) {
    const annotation = `http${verb.toLowerCase()}`;
    return methods.find(({ annotations }) => annotation in annotations);
}
function requestValue(request, path, mapping) {
    const value = newRestRequest();
    const set = (name, given) => void value.fields.set(name, given);
    set("httpMethod", request.method);
    set("requestURI", path);
    set("resourcePath", `/services/apexrest${mapping}`);
    set("remoteAddress", "127.0.0.1");
    set("requestBody", new ApexBlob(Buffer.from(request.body, "utf8")));
    set("headers", new ApexMap(STRING, STRING, Object.entries(request.headers)));
    set("params", new ApexMap(STRING, STRING, Object.entries(request.query)));
    return value;
}
/** A method's parameters are the keys of the JSON body; one that GET or DELETE declares is refused by the compiler. */
function valuesOf(method, { body }) {
    if (method.parameters.length === 0)
        return [];
    const source = body === "" ? "{}" : body;
    const document = readDocument(new JsonTokenizer(source));
    const entries = document.kind === "object" ? document.entries : [];
    const unknown = entries.find(({ name }) => !method.parameterNames.includes(name));
    if (unknown !== undefined)
        throw new RestError(400, "JSON_PARSER_ERROR", `Unexpected parameter encountered during deserialization: ${unknown.name}`);
    return method.parameters.map((type, index) => {
        const entry = entries.find(({ name }) => name === method.parameterNames[index]);
        return entry === undefined ? null : deserialize(entry.value, type, { source, isStrict: true });
    });
}
function answer(response, method, result) {
    const status = response.fields.get("statusCode");
    const body = response.fields.get("responseBody");
    const headers = response.fields.get("headers");
    const given = headers instanceof ApexMap ? [...headers.entries()] : [];
    const own = Object.fromEntries(given.map(([name, value]) => [String(name).toLowerCase(), String(value)]));
    return {
        status: typeof status === "number" ? status : 200,
        headers: { "content-type": "application/json;charset=UTF-8", ...own },
        body: body instanceof ApexBlob
            ? Buffer.from(body.bytes).toString("utf8")
            : method.returns === null
                ? ""
                : serialize(result ?? null, { isPretty: false, suppressApexObjectNulls: false }),
    };
}
