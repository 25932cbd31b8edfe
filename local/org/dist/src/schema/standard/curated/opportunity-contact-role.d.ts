export declare const opportunityContactRole: import("../curated-types.ts").StandardObjectDetail;
