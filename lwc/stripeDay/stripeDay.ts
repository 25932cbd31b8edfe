/** What a field of dates says when what stands in it has changed. */
export interface DayEvent {
  readonly detail: { readonly value?: string | null };
  /** The field; it knows whether what was typed is a date. */
  readonly target: EventTarget | null;
}

/**
 * The day a field of dates holds now: `2026-11-30`, or null for none. undefined: what was typed is no date, which the field says itself,
 * and not that there is none.
 */
export function dayOf({ detail, target }: DayEvent): string | null | undefined {
  const { validity } = (target ?? {}) as { readonly validity?: { readonly valid: boolean } };
  if (validity?.valid === false) return undefined;
  return detail.value === undefined || detail.value === "" ? null : detail.value;
}
