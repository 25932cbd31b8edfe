export declare const individual: import("../curated-types.ts").StandardObjectDetail;
