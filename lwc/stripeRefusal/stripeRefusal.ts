import noAccess from "@salesforce/label/c.Stripe_No_Access";
import fallback from "@salesforce/label/c.Stripe_Unexpected_Answer";

/** What the platform says to who lacks access to a controller: true, and of no use to a person. */
const NO_CLASS_ACCESS = /^You do not have access to the Apex class named/;

/** The sentence in what Apex or the network refused with; one of our own where it has none. */
export function sentenceOf(error: unknown): string {
  const body: unknown = property(error, "body");
  const [first]: readonly unknown[] = Array.isArray(body) ? (body as unknown[]) : [body];
  const message = property(first, "message") ?? property(error, "message");
  if (typeof message === "string" && NO_CLASS_ACCESS.test(message)) return noAccess;
  return typeof message === "string" && message !== "" ? message : fallback;
}

function property(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}
