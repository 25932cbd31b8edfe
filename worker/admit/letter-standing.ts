import type { StandingRow } from "./ledger-row.ts";

/**
 * Where the event of a dead letter stands. `current`: it is dead by the refusal the letter tells of, and the letter is its way back. `open`: on
 * its way again. `superseded`: it came back and was refused again, a newer letter tells of that. `unknown`: the ledger has forgotten it.
 */
export type LetterStanding = "current" | "open" | "published" | "superseded" | "unknown";

/** @param refusedMs when the refusal came that the letter tells of, Unix milliseconds: it tells one death of an event from the next */
export function letterStanding(row: StandingRow | undefined, refusedMs: number): LetterStanding {
  switch (row?.state) {
    case undefined:
      return "unknown";
    case "published":
      return "published";
    case "queued":
    case "received":
      return "open";
    // SQS may hand a letter out before the shard has heard that SQS took it: that row is as dead as the letter says.
    case "dead_pending":
    case "dead":
      return (row.history.at(-1)?.at ?? refusedMs) > refusedMs ? "superseded" : "current";
  }
}
