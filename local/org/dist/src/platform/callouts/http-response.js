/** The value behind System.HttpResponse. */
import { HttpMessage } from "./http-message.js";
export class HttpResponseValue extends HttpMessage {
    status = null;
    statusCode = 0;
    toString() {
        return `System.HttpResponse[Status=${this.status ?? "null"}, StatusCode=${this.statusCode}]`;
    }
}
