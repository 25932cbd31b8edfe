/** Waits until nothing is under way any more. */
import { setTimeout as wait } from "node:timers/promises";
import type { Stack } from "../../local/stack/stack.ts";
import { connect } from "../../scripts/trigger/records.ts";
import { underWay, type UnderWay } from "./ledger-gauges.ts";
import { logProgress } from "./org-census.ts";

const ASK_EVERY_MS = 1_000;
const TELL_EVERY_MS = 5_000;
/** Longer than any wait of the relay's own, and than a breaker's longest pause. */
const STUCK_MS = 150_000;

/**
 * Until the ledger has an outcome for every event and the org has decided on as many as were good; or until nothing has changed for so long
 * that nothing will, and then the count shows what is missing.
 */
export async function settled(
  stack: Stack,
  {
    run,
    good,
    signal,
    tell,
  }: {
    /** What the ids of the run's events begin with. */
    readonly run: string;
    /** How many of them the org takes. */
    readonly good: number;
    readonly signal: AbortSignal;
    readonly tell: (line: string) => void;
  },
): Promise<UnderWay> {
  const connection = await connect(stack.state.urls.org, stack.credentials.admin);
  let seen = "";
  let changedAt = Date.now();
  let toldAt = Date.now();
  for (;;) {
    signal.throwIfAborted();
    const left = await underWay(stack.state.urls.worker, stack.credentials.redriveToken);
    const { decided, waiting } = await logProgress(connection, run);
    const isQuiet = left !== null && left.open === 0 && left.collected === 0;
    if (isQuiet && waiting === 0 && decided >= good) return left;
    const state = JSON.stringify([left, decided, waiting]);
    if (state !== seen) {
      seen = state;
      changedAt = Date.now();
    }
    if (Date.now() - changedAt > STUCK_MS) {
      if (left === null) throw new Error("The Worker cannot be asked what is under way.");
      return left;
    }
    if (Date.now() - toldAt > TELL_EVERY_MS) {
      toldAt = Date.now();
      const open = left === null ? "?" : String(left.open + left.collected);
      tell(`in the org ${decided} of ${good}, open at the relay ${open}`);
    }
    await wait(ASK_EVERY_MS, undefined, { signal });
  }
}
