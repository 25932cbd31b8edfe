/** Something a person has to change, and where. */
export interface Finding {
  /** Absolute path. */
  readonly file: string;
  readonly line: number;
  readonly message: string;
}
