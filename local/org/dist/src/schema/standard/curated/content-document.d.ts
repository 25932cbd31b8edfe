export declare const contentDocument: import("../curated-types.ts").StandardObjectDetail;
