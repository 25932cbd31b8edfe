export declare const caseObject: import("../curated-types.ts").StandardObjectDetail;
