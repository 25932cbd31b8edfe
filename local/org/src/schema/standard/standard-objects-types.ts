export interface StandardField {
  readonly name: string;
  /**
   * "String", "Id", "Decimal", "Boolean", "Date", "Datetime", "Time", "Integer", "Long", "Blob", "Address" or "Location"
   * (the compound fields); "Object" for the few fields without a fixed type (`OldValue` of a history object).
   */
  readonly apexType: string;
  /** The objects an Id field can point to; several when it is polymorphic, none when it points to nothing. */
  readonly referenceTo: readonly string[];
  /** "Account" for `AccountId`; null when the field is not a lookup. */
  readonly relationshipName: string | null;
}

export interface StandardChildRelationship {
  readonly relationshipName: string;
  readonly childObject: string;
  /** The field of the child object that points here. */
  readonly field: string;
}

export interface StandardObject {
  readonly name: string;
  /** `Id` first, the others by name. */
  readonly fields: readonly StandardField[];
  readonly childRelationships: readonly StandardChildRelationship[];
}

export interface StandardObjects {
  /** Case-insensitive. */
  find(name: string): StandardObject | undefined;
  names(): readonly string[];
  /** Of a name, spelled as in `names()`, among them; -1 for one that is not there. */
  placeOf(name: string): number;
}
