export declare const objectPermissions: import("../curated-types.ts").StandardObjectDetail;
