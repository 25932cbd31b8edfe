export declare const fieldDefinition: import("../curated-types.ts").StandardObjectDetail;
