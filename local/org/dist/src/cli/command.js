/** Something the person at the keyboard can mend: the message is for them. */
export class UsageError extends Error {
}
