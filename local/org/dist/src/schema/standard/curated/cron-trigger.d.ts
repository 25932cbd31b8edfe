export declare const cronTrigger: import("../curated-types.ts").StandardObjectDetail;
