export declare const recordType: import("../curated-types.ts").StandardObjectDetail;
