/**
 * Whether DML on the object together with DML on an object that is none fails with MIXED_DML_OPERATION. A user is one, except for an
 * update that leaves role, profile, activity and the like alone.
 */
export declare function isSetupObject(object: string): boolean;
