export declare const pricebook2: import("../curated-types.ts").StandardObjectDetail;
