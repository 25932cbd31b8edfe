/** What HttpRequest and HttpResponse have in common: headers and a body of text or bytes. */
import { ApexBlob } from "../../runtime/blob.ts";
export declare class HttpMessage {
    /** In the order they were first set, names as they were written. */
    readonly headers: Map<string, string>;
    body: ApexBlob;
    /** By the exact name, else by the name in any case; null where there is none. */
    header(name: string): string | null;
    /** In the character set that Content-Type names, else UTF-8. */
    get bodyText(): string;
}
