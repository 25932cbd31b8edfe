export declare const apexClass: import("../curated-types.ts").StandardObjectDetail;
