export declare const task: import("../curated-types.ts").StandardObjectDetail;
