export declare const order: import("../curated-types.ts").StandardObjectDetail;
