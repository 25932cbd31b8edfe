/** The value behind System.HttpRequest. */
import { HttpMessage } from "./http-message.ts";

/** Ten seconds, unless the code asks for more. Source: Apex Developer Guide, "Callout Limits and Limitations". */
const DEFAULT_TIMEOUT_MS = 10_000;

export class HttpRequestValue extends HttpMessage {
  endpoint: string | null = null;
  method: string | null = null;
  timeoutMs = DEFAULT_TIMEOUT_MS;
  isCompressed = false;
  clientCertificate: string | null = null;

  override toString(): string {
    return `System.HttpRequest[Endpoint=${this.endpoint ?? "null"}, Method=${this.method ?? "null"}]`;
  }
}
