export declare const contract: import("../curated-types.ts").StandardObjectDetail;
