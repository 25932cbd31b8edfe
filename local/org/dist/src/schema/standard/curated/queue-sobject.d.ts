export declare const queueSobject: import("../curated-types.ts").StandardObjectDetail;
