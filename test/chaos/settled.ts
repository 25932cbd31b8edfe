/** Waits until nothing is under way any more. */
import type { Connection } from "jsforce";
import type { Stack } from "../../local/stack/stack.ts";
import { connect } from "../../scripts/trigger/records.ts";
import { within } from "../../worker/within.ts";
import { underWay, type UnderWay } from "./ledger-gauges.ts";
import { logProgress, type LogProgress } from "./org-census.ts";

const ASK_EVERY_MS = 1_000;
/** The client itself tries five times and gives up after half an hour. */
const ORG_ANSWERS_WITHIN_MS = 10_000;
/** Longer than any wait of the relay's own, and than a breaker's longest pause. */
const STUCK_MS = 150_000;

export interface Asked {
  /** null while the Worker cannot be asked. */
  readonly relay: () => Promise<UnderWay | null>;
  readonly org: () => Promise<LogProgress>;
}

/** @param run what the ids of the run's events begin with */
export function askedOf({ state, credentials }: Stack, run: string): Asked {
  let connection: Connection | null = null;
  return {
    relay: () => underWay(state.urls.worker, credentials.redriveToken),
    async org() {
      try {
        connection ??= await connect(state.urls.org, credentials.admin);
        return await logProgress(connection, run);
      } catch (error) {
        // A fault may have ended the session.
        connection = null;
        throw error;
      }
    },
  };
}

/**
 * Until the ledger has an outcome for every event and the org has decided on as many as were good; or until nothing has changed for so long
 * that nothing will, and then the count shows what is missing.
 * @throws Error when that long neither can be asked
 */
export async function settled(
  asked: Asked,
  {
    good,
    signal,
    stands,
  }: {
    /** How many of the run's events the org takes. */
    readonly good: number;
    readonly signal: AbortSignal;
    /** Is given what is known now, after each question. */
    readonly stands: (line: string) => void;
  },
): Promise<UnderWay> {
  let seen = "";
  let changedAt = Date.now();
  for (;;) {
    signal.throwIfAborted();
    const left = await asked.relay();
    const log = await within(ORG_ANSWERS_WITHIN_MS, asked.org()).catch(() => null);
    const isQuiet = left?.open === 0 && left.collected === 0;
    if (isQuiet && log?.waiting === 0 && log.decided >= good) return left;
    stands(
      `${log === null ? "the org does not answer" : `in the org ${log.decided} of ${good}`}, ` +
        (left === null
          ? "the relay does not answer"
          : `open at the relay ${left.open + left.collected}`),
    );
    const state = JSON.stringify([left, log]);
    if (state !== seen) {
      seen = state;
      changedAt = Date.now();
    }
    if (Date.now() - changedAt > STUCK_MS) {
      if (left === null) throw new Error("The Worker cannot be asked what is under way.");
      if (log === null) throw new Error("The org cannot be asked what it has.");
      return left;
    }
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
  }
}
