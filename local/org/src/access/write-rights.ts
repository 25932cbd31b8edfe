/** What a user may write: asked by DML in user mode. */
export interface WriteRights {
  canCreateObject(object: string): boolean;
  canEditObject(object: string): boolean;
  canDeleteObject(object: string): boolean;
  canEditField(object: string, field: string): boolean;
}

/** Who changes records that are locked. */
export interface LockRights {
  modifiesAllOf(object: string): boolean;
}
