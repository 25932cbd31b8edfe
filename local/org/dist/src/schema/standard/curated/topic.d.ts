export declare const topic: import("../curated-types.ts").StandardObjectDetail;
