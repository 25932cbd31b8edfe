export declare const permissionSetAssignment: import("../curated-types.ts").StandardObjectDetail;
