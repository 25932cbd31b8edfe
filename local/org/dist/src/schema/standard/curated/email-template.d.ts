export declare const emailTemplate: import("../curated-types.ts").StandardObjectDetail;
