export declare const apexTrigger: import("../curated-types.ts").StandardObjectDetail;
