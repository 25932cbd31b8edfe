export declare const user: import("../curated-types.ts").StandardObjectDetail;
