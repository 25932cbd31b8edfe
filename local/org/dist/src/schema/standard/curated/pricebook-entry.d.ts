export declare const pricebookEntry: import("../curated-types.ts").StandardObjectDetail;
