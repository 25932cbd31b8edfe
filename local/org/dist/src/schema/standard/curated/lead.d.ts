export declare const lead: import("../curated-types.ts").StandardObjectDetail;
