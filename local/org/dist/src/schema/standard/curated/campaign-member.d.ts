export declare const campaignMember: import("../curated-types.ts").StandardObjectDetail;
