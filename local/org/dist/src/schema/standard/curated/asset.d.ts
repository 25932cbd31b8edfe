export declare const asset: import("../curated-types.ts").StandardObjectDetail;
