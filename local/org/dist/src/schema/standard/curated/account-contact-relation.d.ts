export declare const accountContactRelation: import("../curated-types.ts").StandardObjectDetail;
