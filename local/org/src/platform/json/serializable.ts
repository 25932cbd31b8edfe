/** Platform values that have a JSON form. Every other platform value is refused. */
export interface JsonSerializable {
  /** The Apex value written in its place, or its fields in order. */
  $json(): unknown;
}

/** Fields of a platform value, in the order they are written. */
export class JsonFields {
  readonly entries: readonly (readonly [name: string, value: unknown])[];

  constructor(entries: readonly (readonly [name: string, value: unknown])[]) {
    this.entries = entries;
  }
}

export function isJsonSerializable(value: object): value is JsonSerializable {
  return "$json" in value && typeof value.$json === "function";
}
