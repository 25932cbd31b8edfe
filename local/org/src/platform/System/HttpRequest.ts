/** System.HttpRequest. Source: Apex Reference, "HttpRequest Class". */
import { ApexBlob } from "../../runtime/blob.ts";
import { raise } from "../../runtime/exception.ts";
import { platformType } from "../../runtime/behaviour.ts";
import { HttpRequestValue } from "../callouts/http-request.ts";
import { documentOf, type DomDocumentValue } from "../xml/dom-node.ts";
import { required } from "../required.ts";

const MAX_TIMEOUT_MS = 120_000;

function setTimeoutOf(request: HttpRequestValue, given: number | null): void {
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
    getBody: (request: HttpRequestValue) => request.bodyText,
    getBodyAsBlob: (request: HttpRequestValue) => request.body,
    getBodyDocument: (request: HttpRequestValue) => documentOf(request.bodyText),
    getCompressed: (request: HttpRequestValue) => request.isCompressed,
    getEndpoint: (request: HttpRequestValue) => request.endpoint,
    getHeader: (request: HttpRequestValue, name: string | null) => request.header(required(name)),
    getMethod: (request: HttpRequestValue) => request.method,
    setBody: (request: HttpRequestValue, body: string | null) => {
      request.body = ApexBlob.fromText(required(body));
    },
    setBodyAsBlob: (request: HttpRequestValue, body: ApexBlob | null) => {
      request.body = required(body);
    },
    setBodyDocument: (request: HttpRequestValue, document: DomDocumentValue | null) => {
      request.body = ApexBlob.fromText(required(document).write());
    },
    setClientCertificateName: (request: HttpRequestValue, name: string | null) => {
      request.clientCertificate = required(name);
    },
    setCompressed: (request: HttpRequestValue, isOn: boolean | null) => {
      request.isCompressed = required(isOn);
    },
    setEndpoint: (request: HttpRequestValue, endpoint: string | null) => {
      request.endpoint = endpoint;
    },
    setHeader: (request: HttpRequestValue, name: string | null, value: string | null) => {
      request.headers.set(required(name), required(value));
    },
    setMethod: (request: HttpRequestValue, method: string | null) => {
      request.method = required(method);
    },
    setTimeout: setTimeoutOf,
    toString: (request: HttpRequestValue) => request.toString(),
  },
});
