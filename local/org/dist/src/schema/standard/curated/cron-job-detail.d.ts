export declare const cronJobDetail: import("../curated-types.ts").StandardObjectDetail;
