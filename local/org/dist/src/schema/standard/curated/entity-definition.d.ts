export declare const entityDefinition: import("../curated-types.ts").StandardObjectDetail;
