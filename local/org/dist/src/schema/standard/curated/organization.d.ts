export declare const organization: import("../curated-types.ts").StandardObjectDetail;
