export declare const permissionSet: import("../curated-types.ts").StandardObjectDetail;
