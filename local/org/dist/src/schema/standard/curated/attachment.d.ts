export declare const attachment: import("../curated-types.ts").StandardObjectDetail;
