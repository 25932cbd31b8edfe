import { isForGood } from "c/stripeRefusal";

/** Milliseconds before each of the first questions; the last is kept until `PATIENT_AFTER_MS`. */
const FIRST_WAITS_MS = [1_000, 2_000, 3_000, 5_000] as const;
const PATIENT_AFTER_MS = 120_000;
const PATIENT_WAIT_MS = 15_000;

/**
 * Asks again and again for something that is under way: soon at first, then less often, not while nobody looks at the page, and at
 * once when somebody does again. A question that fails is asked again as if it had said "not yet", except by one who lacks the right
 * to ask it.
 * @param ask gives true as long as there is something to wait for
 * @param ended called when it ends by itself
 * @returns ends it
 */
export function follow(ask: () => Promise<boolean>, ended?: () => void): () => void {
  const begunAt = Date.now();
  let count = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;
  let isAsking = false;

  const stop = (): void => {
    isStopped = true;
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", look);
  };
  const wait = (): void => {
    clearTimeout(timer);
    if (isStopped || document.hidden) return;
    const early = FIRST_WAITS_MS[Math.min(count, FIRST_WAITS_MS.length - 1)] ?? PATIENT_WAIT_MS;
    const milliseconds = Date.now() - begunAt > PATIENT_AFTER_MS ? PATIENT_WAIT_MS : early;
    count += 1;
    timer = setTimeout(() => void askNow(), milliseconds);
  };
  const askNow = async (): Promise<void> => {
    if (isAsking) return;
    isAsking = true;
    const isWaiting = await ask().catch((error: unknown) => !isForGood(error));
    isAsking = false;
    if (isWaiting) {
      wait();
      return;
    }
    stop();
    ended?.();
  };
  const look = (): void => {
    if (document.hidden) clearTimeout(timer);
    else if (!isStopped) void askNow();
  };

  document.addEventListener("visibilitychange", look);
  wait();
  return stop;
}

/** What a component follows, once at a time. */
export interface Following {
  /** Begins, unless it is under way. */
  begin(): void;
  /** For when the component leaves the page; it may begin again. */
  end(): void;
}

/** Looks again and again, from `begin` on, as long as there is something to wait for. */
export function following(look: () => Promise<void>, isWaiting: () => boolean): Following {
  let stop: (() => void) | undefined;
  const ended = (): void => {
    stop = undefined;
  };
  return {
    begin() {
      stop ??= follow(async () => {
        await look();
        return isWaiting();
      }, ended);
    },
    end() {
      stop?.();
      ended();
    },
  };
}
