/** System.HttpRequest. Source: Apex Reference, "HttpRequest Class". */
import { ApexBlob } from "../../runtime/blob.js";
import { raise } from "../../runtime/exception.js";
import { platformType } from "../../runtime/behaviour.js";
import { HttpRequestValue } from "../callouts/http-request.js";
import { required } from "../required.js";
const MAX_TIMEOUT_MS = 120_000;
function setTimeoutOf(request, given) {
    const timeout = required(given);
    if (timeout < 1 || timeout > MAX_TIMEOUT_MS)
        raise("System.CalloutException", `Timeout must be between 1 and ${MAX_TIMEOUT_MS}`);
    request.timeoutMs = timeout;
}
export const httpRequestBehaviour = platformType({
    type: "System.HttpRequest",
    implementation: HttpRequestValue,
    constructors: { new: () => new HttpRequestValue() },
    methods: {
        getBody: (request) => request.bodyText,
        getBodyAsBlob: (request) => request.body,
        getCompressed: (request) => request.isCompressed,
        getEndpoint: (request) => request.endpoint,
        getHeader: (request, name) => request.header(required(name)),
        getMethod: (request) => request.method,
        setBody: (request, body) => {
            request.body = ApexBlob.fromText(required(body));
        },
        setBodyAsBlob: (request, body) => {
            request.body = required(body);
        },
        setClientCertificateName: (request, name) => {
            request.clientCertificate = required(name);
        },
        setCompressed: (request, isOn) => {
            request.isCompressed = required(isOn);
        },
        setEndpoint: (request, endpoint) => {
            request.endpoint = endpoint;
        },
        setHeader: (request, name, value) => {
            request.headers.set(required(name), required(value));
        },
        setMethod: (request, method) => {
            request.method = required(method);
        },
        setTimeout: setTimeoutOf,
        toString: (request) => request.toString(),
    },
});
