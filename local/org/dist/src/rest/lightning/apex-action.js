import { apexExceptionOf } from "../../runtime/javascript-errors.js";
import { JsonTokenizer } from "../../platform/json/json-token.js";
import { deserialize } from "../../platform/json/deserialize.js";
import { readDocument } from "../../platform/json/json-node.js";
import { CLIENT_MESSAGE } from "../../platform/System/AuraHandledException.js";
import { rightsOf } from "../context.js";
import { json } from "../http.js";
import { methodNotAllowed, notFound } from "../rest-error.js";
import { clientForm } from "./client-form.js";
const PATH = /^\/lwr\/apex\/v\d+\.0\/([^/]+)\/([^/]+)$/;
export function isApexAction(path) {
    return PATH.test(path);
}
export function apexAction(context) {
    const { request, apex, org, user } = context;
    const [, className = "", methodName = ""] = PATH.exec(request.path) ?? [];
    const definition = apex.running.find(className)?.definition;
    const method = definition?.methods.find((each) => isAction(each, methodName));
    if (definition === undefined || method === undefined)
        throw notFound();
    if (!rightsOf(context).hasClassAccess(definition.name)) {
        const message = `You do not have access to the Apex class named '${definition.name}'.`;
        return json(403, { message, errorCode: "INSUFFICIENT_ACCESS" });
    }
    const isCacheable = method.annotations["auraenabled"]?.["cacheable"] === "true";
    const verbs = isCacheable ? ["GET", "POST"] : ["POST"];
    if (!verbs.includes(request.method))
        throw methodNotAllowed(request.method, verbs);
    const source = request.method === "GET" ? (request.query["methodParams"] ?? "") : request.body;
    try {
        return org.transact(user, "AURA", () => {
            const result = apex.running.callStatic(definition.name, method.key, argumentsOf(method, source));
            return json(200, clientForm(result ?? null), {
                "cache-control": isCacheable ? "private" : "no-cache",
            });
        });
    }
    catch (error) {
        const exception = apexExceptionOf(error);
        if (exception === null)
            throw error;
        return json(500, refusal(exception));
    }
}
function isAction({ isStatic, name, annotations }, asked) {
    return isStatic && name.toLowerCase() === asked.toLowerCase() && "auraenabled" in annotations;
}
/** An argument nobody gives is null; one nobody takes is left alone. */
function argumentsOf(method, given) {
    const source = given === "" ? "{}" : given;
    const document = readDocument(new JsonTokenizer(source));
    const entries = document.kind === "object" ? document.entries : [];
    return method.parameters.map((type, index) => {
        const entry = entries.find(({ name }) => name === method.parameterNames[index]);
        return entry === undefined ? null : deserialize(entry.value, type, { source, isStrict: false });
    });
}
/** An AuraHandledException says what it was made with; any other its message, its type and its stack. */
function refusal(exception) {
    const told = exception.details.get(CLIENT_MESSAGE);
    const exceptionType = exception.typeName;
    if (typeof told === "string")
        return { message: told, exceptionType, isUserDefinedException: true };
    return {
        message: exception.message ?? "Script-thrown exception",
        exceptionType,
        isUserDefinedException: !exception.$class.isPlatform,
        stackTrace: exception.stackTraceText,
    };
}
