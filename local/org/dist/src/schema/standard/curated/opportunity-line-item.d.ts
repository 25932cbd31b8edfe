export declare const opportunityLineItem: import("../curated-types.ts").StandardObjectDetail;
