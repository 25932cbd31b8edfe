import noAccess from "@salesforce/label/c.Stripe_No_Access";
import fallback from "@salesforce/label/c.Stripe_Unexpected_Answer";

/** What the platform says to who lacks access to a controller: true, and of no use to a person. */
const NO_CLASS_ACCESS = /^You do not have access to the Apex class named/;
/** How our Apex begins, or ends, what it says to who lacks a right, or a record. */
const NO_RIGHT = /^You may not |, or you may not see it\.$/;

/** What is shown in place of what could not be read. */
export interface Failure {
  readonly kind: "failed";
  readonly message: string;
  /** Asking again changes nothing: somebody has to give a right first. */
  readonly isForGood: boolean;
}

export function failureOf(error: unknown): Failure {
  return { kind: "failed", message: sentenceOf(error), isForGood: isForGood(error) };
}

/** The sentence in what Apex or the network refused with; one of our own where it has none. */
export function sentenceOf(error: unknown): string {
  const message = messageOf(error);
  if (NO_CLASS_ACCESS.test(message)) return noAccess;
  return message === "" ? fallback : message;
}

/** Whether the one who asks lacks a right: the same question gets the same answer. Anything else may pass, a 403 of the org's request limit, too. */
export function isForGood(error: unknown): boolean {
  const message = messageOf(error);
  return NO_CLASS_ACCESS.test(message) || NO_RIGHT.test(message);
}

function messageOf(error: unknown): string {
  const body: unknown = property(error, "body");
  const [first]: readonly unknown[] = Array.isArray(body) ? (body as unknown[]) : [body];
  const message = property(first, "message") ?? property(error, "message");
  return typeof message === "string" ? message : "";
}

function property(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}
