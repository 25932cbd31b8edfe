export declare const setupEntityAccess: import("../curated-types.ts").StandardObjectDetail;
