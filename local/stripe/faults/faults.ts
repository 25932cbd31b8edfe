import { z } from "zod";

const where = {
  /** The path it is limited to, `*` for any one segment: `/v1/customers/*`. */
  path: z.string().startsWith("/v1").optional(),
  method: z.enum(["GET", "POST", "DELETE"]).optional(),
  /** How many requests meet it; then it is gone. */
  count: z.int().min(1).max(100_000).default(1),
};

/** Something that goes wrong on request. */
export const fault = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("rate_limit"),
    reason: z
      .enum([
        "global-concurrency",
        "global-rate",
        "endpoint-concurrency",
        "endpoint-rate",
        "resource-specific",
      ])
      .default("global-rate"),
    /** As many a second pass; `count` is of those beyond. Without it none passes. */
    perSecond: z.int().min(1).max(1000).optional(),
    ...where,
  }),
  z.strictObject({ kind: z.literal("lock_timeout"), ...where }),
  /** Answered 500, the request carried out or not. */
  z.strictObject({
    kind: z.literal("api_error"),
    carriedOut: z.boolean().default(false),
    ...where,
  }),
  /** Never answered, the request carried out or not; the connection breaks after a while. */
  z.strictObject({
    kind: z.literal("timeout"),
    carriedOut: z.boolean().default(false),
    afterMs: z.int().min(0).max(600_000).default(120_000),
    ...where,
  }),
  /** Carried out and answered, late. */
  z.strictObject({ kind: z.literal("slow"), ms: z.int().min(1).max(600_000), ...where }),
  /** The customer's next payments are declined, whatever card is used. */
  z.strictObject({
    kind: z.literal("decline"),
    customer: z.string().startsWith("cus_"),
    declineCode: z
      .string()
      .regex(/^[a-z_]+$/)
      .default("generic_decline"),
    count: where.count,
  }),
]);

export type Fault = z.output<typeof fault>;
export type RequestFault = Exclude<Fault, { kind: "decline" }>;

export interface Faults {
  add(fault: Fault): void;
  /** Those still to be met, with the count that is left. */
  list(): readonly Fault[];
  clear(): void;
  /** The first fault a request meets, used up by one. */
  takeForRequest(method: string, path: string): RequestFault | undefined;
  /** The decline code a customer's payment meets, used up by one. */
  takeDecline(customer: string | null): string | undefined;
}

/**
 * Faults wait in memory: a restart clears them.
 * @param now milliseconds
 */
export function openFaults(now: () => number = () => performance.now()): Faults {
  let waiting: Fault[] = [];
  // What passed each limit within the last second.
  const passed = new WeakMap<Fault, number[]>();
  const passes = (limit: RequestFault): boolean => {
    if (limit.kind !== "rate_limit" || limit.perSecond === undefined) return false;
    const recent = (passed.get(limit) ?? []).filter((at) => at > now() - 1000);
    const isFree = recent.length < limit.perSecond;
    passed.set(limit, isFree ? [...recent, now()] : recent);
    return isFree;
  };
  const use = (met: Fault): void => {
    waiting = waiting.flatMap((each) => {
      if (each !== met) return [each];
      if (each.count === 1) return [];
      const left = { ...each, count: each.count - 1 };
      passed.set(left, passed.get(each) ?? []);
      return [left];
    });
  };
  return {
    add: (added) => {
      waiting.push(added);
    },
    list: () => waiting,
    clear: () => {
      waiting = [];
    },
    takeForRequest: (method, path) => {
      const met = waiting.find(
        (each): each is RequestFault =>
          each.kind !== "decline" && fits(each, method, path) && !passes(each),
      );
      if (met !== undefined) use(met);
      return met;
    },
    takeDecline: (customer) => {
      const met = waiting.find((each) => each.kind === "decline" && each.customer === customer);
      if (met?.kind !== "decline") return undefined;
      use(met);
      return met.declineCode;
    },
  };
}

function fits(fault: RequestFault, method: string, path: string): boolean {
  if (fault.method !== undefined && fault.method !== method) return false;
  if (fault.path === undefined) return true;
  const asked = fault.path.split("/");
  const segments = path.split("/");
  return (
    asked.length === segments.length &&
    asked.every((each, index) => each === "*" || each === segments[index])
  );
}
