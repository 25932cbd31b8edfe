export declare const product2: import("../curated-types.ts").StandardObjectDetail;
