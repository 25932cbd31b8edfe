/** What the Worker says is still under way. */

export interface UnderWay {
  /** Rows of the ledger without an outcome. */
  readonly open: number;
  /** Events the bulk lane has collected and not sent. */
  readonly collected: number;
}

/** null while the Worker cannot be asked. */
export async function underWay(worker: string, token: string): Promise<UnderWay | null> {
  let text: string;
  try {
    const response = await fetch(`${worker}/metrics`, {
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(10_000),
    });
    text = await response.text();
    if (!response.ok) return null;
  } catch {
    return null;
  }
  const open = sum(text, "stripe_relay_open_events");
  const collected = sum(text, "stripe_relay_bulk_collected");
  return open === null || collected === null ? null : { open, collected };
}

/** The samples of a metric together; null when the text has none: a missing figure is not 0. */
function sum(exposition: string, metric: string): number | null {
  const values = exposition
    .split("\n")
    .filter((line) => line.startsWith(`${metric}{`) || line.startsWith(`${metric} `))
    .map((line) => Number(line.slice(line.lastIndexOf(" ") + 1)));
  return values.length === 0 ? null : values.reduce((total, value) => total + value, 0);
}
