export declare const userRole: import("../curated-types.ts").StandardObjectDetail;
