/** The value behind System.HttpResponse. */
import { HttpMessage } from "./http-message.ts";

export class HttpResponseValue extends HttpMessage {
  status: string | null = null;
  statusCode = 0;

  override toString(): string {
    return `System.HttpResponse[Status=${this.status ?? "null"}, StatusCode=${this.statusCode}]`;
  }
}
