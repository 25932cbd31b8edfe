/**
 * What running Apex takes of its heap, counted where values come into being. The sum is an upper bound, for nothing is given back: only
 * when it passes what is granted are the live values measured.
 */

/** Of one transaction. */
export interface HeapAccount {
  /** Bytes that may still be taken before the live values are measured. */
  left: number;
  /** Measures; throws System.LimitException where they are too many. */
  overdrawn(): void;
}

/** Outside a transaction nothing is counted. */
const UNCOUNTED: HeapAccount = { left: Infinity, overdrawn: () => undefined };

let current: HeapAccount = UNCOUNTED;

export function charge(bytes: number): void {
  current.left -= bytes;
  if (current.left < 0) current.overdrawn();
}

/** Charges from now on go to `account`; gives the one they went to. */
export function chargeTo(account: HeapAccount): HeapAccount {
  const previous = current;
  current = account;
  return previous;
}

/** Whatever `run` makes is no heap of the transaction's. */
export function uncharged<T>(run: () => T): T {
  const outer = chargeTo(UNCOUNTED);
  try {
    return run();
  } finally {
    current = outer;
  }
}

/** A text that has been made. */
export function chargedText(text: string): string {
  charge(text.length);
  return text;
}

/** `text += addition`: what it was is given up. Values whose text is JavaScript's. */
export function lengthenedText(
  text: string | null,
  addition: string | number | bigint | boolean | null,
): string {
  const longer = `${text}${addition}`;
  charge(longer.length - (text?.length ?? 0));
  return longer;
}
