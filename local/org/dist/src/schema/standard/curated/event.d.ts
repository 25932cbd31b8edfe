export declare const event: import("../curated-types.ts").StandardObjectDetail;
