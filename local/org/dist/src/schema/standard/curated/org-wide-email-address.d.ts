export declare const orgWideEmailAddress: import("../curated-types.ts").StandardObjectDetail;
