export declare const orderItem: import("../curated-types.ts").StandardObjectDetail;
