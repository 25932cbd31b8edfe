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
export declare function charge(bytes: number): void;
/** Charges from now on go to `account`; gives the one they went to. */
export declare function chargeTo(account: HeapAccount): HeapAccount;
/** A text that has been made. */
export declare function chargedText(text: string): string;
/** `text += addition`: what it was is given up. Values whose text is JavaScript's. */
export declare function lengthenedText(text: string | null, addition: string | number | bigint | boolean | null): string;
