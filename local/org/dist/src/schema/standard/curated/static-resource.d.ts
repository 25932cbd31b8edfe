export declare const staticResource: import("../curated-types.ts").StandardObjectDetail;
