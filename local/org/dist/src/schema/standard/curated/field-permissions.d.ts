export declare const fieldPermissions: import("../curated-types.ts").StandardObjectDetail;
