export declare const profile: import("../curated-types.ts").StandardObjectDetail;
