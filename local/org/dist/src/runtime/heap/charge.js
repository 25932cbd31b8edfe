/**
 * What running Apex takes of its heap, counted where values come into being. The sum is an upper bound, for nothing is given back: only
 * when it passes what is granted are the live values measured.
 */
/** Outside a transaction nothing is counted. */
const UNCOUNTED = { left: Infinity, overdrawn: () => undefined };
let current = UNCOUNTED;
export function charge(bytes) {
    current.left -= bytes;
    if (current.left < 0)
        current.overdrawn();
}
/** Charges from now on go to `account`; gives the one they went to. */
export function chargeTo(account) {
    const previous = current;
    current = account;
    return previous;
}
/** A text that has been made. */
export function chargedText(text) {
    charge(text.length);
    return text;
}
/** `text += addition`: what it was is given up. Values whose text is JavaScript's. */
export function lengthenedText(text, addition) {
    const longer = `${text}${addition}`;
    charge(longer.length - (text?.length ?? 0));
    return longer;
}
