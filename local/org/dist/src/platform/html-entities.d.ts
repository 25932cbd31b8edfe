export declare function encodeHtml(text: string, form: "html" | "xml"): string;
export declare function decodeHtml(text: string): string;
