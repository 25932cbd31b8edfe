/** The value behind System.HttpResponse. */
import { HttpMessage } from "./http-message.ts";
export declare class HttpResponseValue extends HttpMessage {
    status: string | null;
    statusCode: number;
    toString(): string;
}
