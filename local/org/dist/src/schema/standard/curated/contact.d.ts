export declare const contact: import("../curated-types.ts").StandardObjectDetail;
