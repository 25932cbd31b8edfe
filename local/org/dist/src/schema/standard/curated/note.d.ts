export declare const note: import("../curated-types.ts").StandardObjectDetail;
