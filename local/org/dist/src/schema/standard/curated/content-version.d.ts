export declare const contentVersion: import("../curated-types.ts").StandardObjectDetail;
