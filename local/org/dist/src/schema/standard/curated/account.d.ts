export declare const account: import("../curated-types.ts").StandardObjectDetail;
