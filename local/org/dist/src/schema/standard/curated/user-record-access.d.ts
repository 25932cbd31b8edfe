export declare const userRecordAccess: import("../curated-types.ts").StandardObjectDetail;
