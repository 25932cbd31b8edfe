export declare const contentDocumentLink: import("../curated-types.ts").StandardObjectDetail;
