/** The value behind System.HttpRequest. */
import { HttpMessage } from "./http-message.js";
/** Ten seconds, unless the code asks for more. Source: Apex Developer Guide, "Callout Limits and Limitations". */
const DEFAULT_TIMEOUT_MS = 10_000;
export class HttpRequestValue extends HttpMessage {
    endpoint = null;
    method = "GET";
    timeoutMs = DEFAULT_TIMEOUT_MS;
    isCompressed = false;
    clientCertificate = null;
    toString() {
        return `System.HttpRequest[Endpoint=${this.endpoint ?? "null"}, Method=${this.method}]`;
    }
}
