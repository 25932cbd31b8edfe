export declare const campaign: import("../curated-types.ts").StandardObjectDetail;
