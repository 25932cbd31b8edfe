import type { Lane } from "./event.ts";

export type LogLevel = "info" | "warn" | "error";

/** What a line may carry: identifiers, counts and reasons. Never a secret, a token or a payload. */
interface FieldTypes {
  alert: string;
  apiVersion: string | null;
  by: string;
  calls: number;
  cause: string;
  code: string;
  correlationId: string | undefined;
  dead_pending: number;
  dependency: string;
  detail: string;
  during: string;
  eventId: string;
  events: number;
  kind: string;
  lane: Lane | null;
  latencyMs: number | undefined;
  livemode: boolean;
  messageId: string;
  messages: number;
  milliseconds: number;
  path: string;
  paths: readonly string[];
  probeAtMs: number;
  published: number;
  queued: number;
  reason: string;
  received: number;
  records: number;
  result: string;
  rows: number;
  severity: string;
  shard: string;
  status: number;
  step: string;
  summary: string;
  threshold: number;
  type: string | undefined;
  value: number;
  way: string;
  why: string;
}

type FieldName = keyof FieldTypes;
/** A name that ends in `?` may be left out. */
type Field = FieldName | `${FieldName}?`;

/** What a line is counted as in `/metrics` and CloudWatch, beside the counters of all warnings and errors. */
export type Counted =
  | { readonly as: "webhook"; readonly outcome: string }
  | { readonly as: "event"; readonly outcome: string }
  | { readonly as: "salesforce_call" };

/** Alerts raised by the number of lines; `worker/ops/alerts/rules.ts` says how many within five minutes. */
export const RAISED_ALERTS = [
  "accounts_unknown",
  "call_budget_unavailable",
  "dead_letters_growing",
  "errors",
  "org_refuses",
  "secrets_malformed",
  "secrets_unavailable",
  "shapes_unknown",
  "signature_failures",
  "webhooks_deferred",
  "webhooks_refused",
] as const;
export type RaisedAlert = (typeof RAISED_ALERTS)[number];

export interface LogEvent {
  readonly level: LogLevel;
  /** One sentence for whoever reads the log. */
  readonly means: string;
  readonly fields: readonly Field[];
  readonly counted?: Counted;
  /** Beside `errors`, which every line of level error raises. */
  readonly raises?: RaisedAlert;
}

const ofEvent = ["correlationId", "eventId", "type", "lane"] as const;
const ofRefusal = ["correlationId", "reason", "status", "detail?", "paths?"] as const;

/**
 * Every line the Worker writes. Counters, alarms and `docs/log-events.md` are made from this table, and `log` takes nothing else: a name that
 * changes here changes everywhere or does not compile.
 */
export const LOG_EVENTS = {
  "webhook.accepted": {
    level: "info",
    means: "A new event stands in the ledger; Stripe was answered 200.",
    fields: [...ofEvent, "livemode", "apiVersion"],
    counted: { as: "webhook", outcome: "accepted" },
  },
  "webhook.revived": {
    level: "info",
    means: "Stripe sent an event again that had died here; it is on its way again.",
    fields: [...ofEvent, "livemode", "apiVersion"],
    counted: { as: "webhook", outcome: "revived" },
  },
  "webhook.known": {
    level: "info",
    means: "A repeat of an event the ledger has; nothing was done.",
    fields: [...ofEvent, "livemode", "apiVersion"],
    counted: { as: "webhook", outcome: "known" },
  },
  "webhook.ignored": {
    level: "info",
    means: "An event of a type nobody here waits for, or a test event of a connected account.",
    fields: ["correlationId", "eventId", "type", "why"],
    counted: { as: "webhook", outcome: "ignored" },
  },
  "webhook.account_unknown": {
    level: "warn",
    means:
      "An event of a connected account that the secret stripe/webhook does not name; it was dropped.",
    fields: ["correlationId", "eventId", "type", "why"],
    counted: { as: "webhook", outcome: "ignored" },
    raises: "accounts_unknown",
  },
  "webhook.shape_unknown": {
    level: "warn",
    means:
      "Something in an event has a shape nobody expected; it was admitted by its ids, and Apex reads the object from Stripe.",
    fields: [...ofEvent, "paths"],
    raises: "shapes_unknown",
  },
  "webhook.refused": {
    level: "warn",
    means: "A signed delivery was answered 4xx: its size or its shape is wrong.",
    fields: ofRefusal,
    counted: { as: "webhook", outcome: "refused" },
    raises: "webhooks_refused",
  },
  "webhook.signature_refused": {
    level: "warn",
    means: "A delivery was answered 401: its signature is missing or wrong.",
    fields: ofRefusal,
    counted: { as: "webhook", outcome: "refused" },
    raises: "signature_failures",
  },
  "webhook.slowed": {
    level: "warn",
    means:
      "A delivery was answered 429: too many from its address were refused for their signature.",
    fields: ofRefusal,
    counted: { as: "webhook", outcome: "refused" },
    raises: "signature_failures",
  },
  "webhook.deferred": {
    level: "error",
    means: "A delivery was answered 503 because of a fault here; Stripe delivers it again.",
    fields: ofRefusal,
    counted: { as: "webhook", outcome: "deferred" },
    raises: "webhooks_deferred",
  },
  "http.failed": {
    level: "error",
    means: "A request failed by a bug.",
    fields: ["path", "detail"],
  },

  "secrets.unavailable": {
    level: "error",
    means: "A secret cannot be read and none is cached.",
    fields: ["reason", "detail"],
    raises: "secrets_unavailable",
  },
  "secrets.served_from_cache": {
    level: "warn",
    means: "A secret cannot be read; the last known value serves on.",
    fields: ["reason", "detail"],
  },
  "secrets.malformed": {
    level: "error",
    means:
      "The current version of a secret is not what it should be; the previous one serves in its place if it can.",
    fields: ["detail"],
    raises: "secrets_malformed",
  },
  "secrets.previous_unavailable": {
    level: "warn",
    means: "The previous version of a secret cannot be read; the current one serves alone.",
    fields: ["detail"],
  },

  "ledger.requeued": {
    level: "warn",
    means: "Nobody reported on these events in time; they are put on the queue again.",
    fields: ["shard", "rows"],
  },
  "ledger.queue_unavailable": {
    level: "error",
    means: "The queue did not take these events; they wait in the ledger.",
    fields: ["shard", "lane", "rows", "detail"],
  },
  "ledger.dead_letter": {
    level: "error",
    means: "Salesforce refused an event for good; it is in the dead letter queue.",
    fields: [...ofEvent, "reason"],
    counted: { as: "event", outcome: "dead" },
    raises: "dead_letters_growing",
  },
  "ledger.dead_letters_unavailable": {
    level: "error",
    means: "SQS did not take a dead letter; it stays in the ledger and is tried again.",
    fields: [...ofEvent, "reason", "detail"],
  },
  "ledger.revived": {
    level: "info",
    means: "A dead event is on its way again.",
    fields: ofEvent,
    counted: { as: "event", outcome: "revived" },
  },
  "ledger.alarm_failed": {
    level: "error",
    means: "A shard's alarm failed and rings again in half a minute.",
    fields: ["shard", "detail"],
  },
  "ledger.open": {
    level: "info",
    means: "How many events of a shard have no outcome, by state; written each minute.",
    fields: ["shard", "received", "queued", "dead_pending"],
  },
  "ledger.unreachable": {
    level: "error",
    means: "A shard did not answer the check of each minute.",
    fields: ["shard", "detail"],
  },

  "relay.batch": {
    level: "info",
    means: "A batch of one lane was sent to Salesforce.",
    fields: ["lane", "events", "published", "milliseconds"],
  },
  "relay.published": {
    level: "info",
    means: "Salesforce took the event.",
    fields: [...ofEvent, "latencyMs"],
    counted: { as: "event", outcome: "published" },
  },
  "relay.failed": {
    level: "warn",
    means: "Salesforce refused the event for a reason that may pass; it is tried again.",
    fields: [...ofEvent, "code", "detail"],
    counted: { as: "event", outcome: "retried" },
  },
  "relay.waiting": {
    level: "warn",
    means: "The event waits for the org, the token or the budget; that costs no attempt.",
    fields: [...ofEvent, "code", "detail"],
    counted: { as: "event", outcome: "waiting" },
  },
  "relay.refused": {
    level: "warn",
    means: "Salesforce will never take the event; it goes to the dead letter queue.",
    fields: [...ofEvent, "code", "detail"],
  },
  "relay.org_refuses": {
    level: "error",
    means:
      "Salesforce refuses whatever event it is given: an object, a field or a right is missing, or a validation meets all. Events wait.",
    fields: ["lane", "code", "detail"],
    raises: "org_refuses",
  },
  "relay.collected": {
    level: "info",
    means: "An event of the bulk lane waits in the collector.",
    fields: ofEvent,
  },
  "relay.collector_unavailable": {
    level: "error",
    means: "The collector of the bulk lane did not answer; the messages come back.",
    fields: ["detail"],
  },
  "relay.shard_unavailable": {
    level: "error",
    means: "A shard did not answer the relay; the messages come back.",
    fields: ["shard", "detail"],
  },
  "relay.event_gone": {
    level: "error",
    means: "A message points to an event its shard does not know.",
    fields: ["eventId", "shard"],
  },
  "relay.message_unreadable": {
    level: "error",
    means: "A message of another version of the Worker; its event is sent again in today's form.",
    fields: ["messageId"],
  },
  "relay.batch_failed": {
    level: "error",
    means: "A batch failed by a bug; its messages come back.",
    fields: ["messages", "detail"],
  },
  "relay.returned_to_ledger": {
    level: "error",
    means: "The queue gave these messages up; their events are sent again.",
    fields: ["messages"],
  },

  "bulk.sending_began": {
    level: "info",
    means: "What the bulk lane has collected is being sent.",
    fields: ["way", "events", "rows"],
  },
  "bulk.superseded": {
    level: "info",
    means: "An event of the bulk lane is left out because a newer one says all it says.",
    fields: ["correlationId", "eventId", "by", "lane"],
    counted: { as: "event", outcome: "superseded" },
  },
  "bulk.job_waits": {
    level: "warn",
    means: "A step of the Bulk API job has to be tried again.",
    fields: ["step", "detail"],
  },
  "bulk.job_given_up": {
    level: "error",
    means: "Bulk API jobs got lost again and again; the rows go by collections.",
    fields: ["step"],
  },
  "bulk.job_done": {
    level: "info",
    means: "A Bulk API job ended.",
    fields: ["rows", "published"],
  },
  "bulk.shard_unavailable": {
    level: "error",
    means: "A shard did not take the outcomes of the bulk lane; it is told again.",
    fields: ["shard", "detail"],
  },
  "bulk.alarm_failed": {
    level: "error",
    means: "The collector's alarm failed and rings again in half a minute.",
    fields: ["detail"],
  },

  "salesforce.called": {
    level: "info",
    means: "One API call to Salesforce.",
    fields: ["kind", "result", "records"],
    counted: { as: "salesforce_call" },
  },
  "salesforce.token_granted": {
    level: "info",
    means: "Salesforce granted an access token.",
    fields: [],
  },
  "salesforce.token_unavailable": {
    level: "error",
    means: "The login failed.",
    fields: ["reason", "detail"],
  },

  "breaker.probed": {
    level: "info",
    means: "One call finds out whether the org is back.",
    fields: ["lane"],
  },
  "breaker.opened": {
    level: "error",
    means: "Nobody calls Salesforce for now; events wait.",
    fields: ["cause", "probeAtMs"],
  },
  "breaker.narrowed": {
    level: "warn",
    means: "Only the lanes up to this one call Salesforce.",
    fields: ["lane", "why"],
  },
  "breaker.closed": { level: "info", means: "Every lane calls Salesforce again.", fields: [] },
  "breaker.released": {
    level: "info",
    means: "Waiting events of a lane go on the queue again.",
    fields: ["lane", "rows"],
  },
  "breaker.shard_unavailable": {
    level: "error",
    means: "A shard could not be asked to release its waiting events.",
    fields: ["shard", "lane", "detail"],
  },
  "breaker.not_told": {
    level: "error",
    means:
      "The breaker could not be told that events wait; those it does not call back come by themselves within minutes.",
    fields: ["detail"],
  },
  "breaker.check_failed": {
    level: "error",
    means: "The breaker's check failed and is repeated in ten seconds.",
    fields: ["detail"],
  },

  "budget.unavailable": {
    level: "error",
    means: "DynamoDB cannot be reached: calls are made uncounted.",
    fields: ["during", "reason", "detail"],
    raises: "call_budget_unavailable",
  },
  "budget.contended": {
    level: "warn",
    means: "A take of the budget lost to others each time; it is tried again a moment later.",
    fields: ["lane", "calls"],
  },

  "alert.began": {
    level: "error",
    means: "An alert is on.",
    fields: ["alert", "severity", "summary", "value", "threshold"],
  },
  "alert.ended": {
    level: "info",
    means: "An alert is over.",
    fields: ["alert", "severity", "summary", "value", "threshold"],
  },
  "alert.not_told": {
    level: "error",
    means:
      "Salesforce could not be told of alerts or of the relay's state; it is told a minute later.",
    fields: ["detail"],
  },
  "cloudwatch.unavailable": {
    level: "error",
    means: "CloudWatch did not take the figures.",
    fields: ["detail"],
  },
  "gauges.unreadable": {
    level: "error",
    means: "A figure could not be read; it is missing, never 0.",
    fields: ["dependency", "detail"],
  },
  "health.check_failed": {
    level: "error",
    means: "A dependency failed the readiness check.",
    fields: ["dependency", "detail"],
  },
  "operations.refused": {
    level: "warn",
    means: "Somebody without the token asked for what needs it.",
    fields: ["path"],
  },
  "operations.shard_unavailable": {
    level: "error",
    means: "A dead letter could not be taken back because its shard did not answer.",
    fields: ["eventId", "detail"],
  },
} as const satisfies Readonly<Record<string, LogEvent>>;

export type LogEventName = keyof typeof LOG_EVENTS;

type Declared<E extends LogEventName> = (typeof LOG_EVENTS)[E]["fields"][number];
type Required<E extends LogEventName> = Extract<Declared<E>, FieldName>;
type Optional<E extends LogEventName> =
  Declared<E> extends infer F ? (F extends `${infer N extends FieldName}?` ? N : never) : never;

/** What a line of this event has to say, and what it may. */
export type FieldsOf<E extends LogEventName> = {
  readonly [N in Required<E>]: FieldTypes[N];
} & { readonly [N in Optional<E>]?: FieldTypes[N] | undefined };
