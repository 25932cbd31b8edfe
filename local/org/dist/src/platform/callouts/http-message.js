/** What HttpRequest and HttpResponse have in common: headers and a body of text or bytes. */
import { ApexBlob } from "../../runtime/blob.js";
export class HttpMessage {
    /** In the order they were first set, names as they were written. */
    headers = new Map();
    body = new ApexBlob(new Uint8Array());
    /** By the exact name, else by the name in any case; null where there is none. */
    header(name) {
        const exact = this.headers.get(name);
        if (exact !== undefined)
            return exact;
        const sought = name.toLowerCase();
        for (const [key, value] of this.headers)
            if (key.toLowerCase() === sought)
                return value;
        return null;
    }
    /** In the character set that Content-Type names, else UTF-8. */
    get bodyText() {
        const charset = /charset=["']?([\w-]+)/i.exec(this.header("Content-Type") ?? "")?.[1];
        return new TextDecoder(knownCharset(charset), { ignoreBOM: true }).decode(this.body.bytes);
    }
}
/** A server may name a set nobody knows; the bytes are then read as what they most likely are. */
function knownCharset(charset) {
    try {
        return new TextDecoder(charset).encoding;
    }
    catch {
        return "utf-8";
    }
}
