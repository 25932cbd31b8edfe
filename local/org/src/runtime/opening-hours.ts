/** When business is open, week by week, by the clock of a zone. */
export interface OpeningHours {
  /** IANA, or GMT. */
  readonly zone: string;
  /** Seven, Sunday first; null: closed all day. */
  readonly days: readonly (OpenSpan | null)[];
}

/** Milliseconds since midnight by the wall clock; `endMs` is past `startMs` and at most a whole day. */
export interface OpenSpan {
  readonly startMs: number;
  readonly endMs: number;
}
