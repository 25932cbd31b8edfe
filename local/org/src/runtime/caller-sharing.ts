/**
 * Whether sharing is heeded by code that does not say so itself: a class with `inherited sharing`, or with no declaration. It is read from
 * the stack, and only when it makes a difference, so that calls cost nothing.
 * Source: Apex Developer Guide, "Using the with sharing, without sharing, and inherited sharing Keywords".
 */
import type { ClassDefinition } from "./object.ts";
import { callSitesOf, frameOf } from "./stack.ts";
import { inTransaction, transaction } from "./transaction.ts";

export function callerSharing(): "with" | "without" {
  let outermost: ClassDefinition["sharing"] | undefined;
  for (const name of apexFrames()) {
    // Triggers run in system mode, anonymous blocks with the rights of their user.
    if (name.startsWith("Trigger.")) return "without";
    if (name.startsWith("AnonymousBlock")) return "with";
    const declared = sharingOfClass(className(name));
    if (declared === "with" || declared === "without") return declared;
    outermost = declared;
  }
  // What begins a transaction itself: only components heed sharing unasked.
  if (outermost === "inherited") return "with";
  return transaction().quiddity === "AURA" ? "with" : "without";
}

/** Of the running transaction, the innermost first: a job that a test waits for is none of the test's calls. */
function apexFrames(): readonly string[] {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = Number.POSITIVE_INFINITY;
  const holder: { stack?: string } = {};
  Error.captureStackTrace(holder, callerSharing);
  Error.stackTraceLimit = limit;
  const sites = callSitesOf(holder);
  const end = sites.findIndex((site) => site.getFunctionName() === inTransaction.name);
  return sites.slice(0, end < 0 ? sites.length : end).flatMap((site) => frameOf(site)?.name ?? []);
}

/** `Class.Outer.Inner.method` → `Outer.Inner`. */
function className(frame: string): string {
  return frame.split(".").slice(1, -1).join(".");
}

/** What a class declares, or a class it extends: an inner class has nothing of the one around it. */
function sharingOfClass(name: string): ClassDefinition["sharing"] {
  let of: ClassDefinition | null = transaction().classes.find(name)?.definition ?? null;
  while (of !== null && of.sharing === null) of = of.superclass;
  return of?.sharing ?? null;
}
