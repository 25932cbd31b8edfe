/** The value behind System.HttpRequest. */
import { HttpMessage } from "./http-message.ts";
export declare class HttpRequestValue extends HttpMessage {
    endpoint: string | null;
    method: string;
    timeoutMs: number;
    isCompressed: boolean;
    clientCertificate: string | null;
    toString(): string;
}
