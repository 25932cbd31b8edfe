export declare const emailMessage: import("../curated-types.ts").StandardObjectDetail;
