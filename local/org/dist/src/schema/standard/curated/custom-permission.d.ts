export declare const customPermission: import("../curated-types.ts").StandardObjectDetail;
