export declare const group: import("../curated-types.ts").StandardObjectDetail;
