export declare const asyncApexJob: import("../curated-types.ts").StandardObjectDetail;
