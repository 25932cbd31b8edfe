export declare const groupMember: import("../curated-types.ts").StandardObjectDetail;
