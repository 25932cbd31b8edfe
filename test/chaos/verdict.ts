/** Holds what was found against what was sent. */
import type { DeadLetters } from "./dead-letters.ts";
import type { UnderWay } from "./ledger-gauges.ts";
import type { LogRow, RecordCount } from "./org-census.ts";
import type { TrafficPlan } from "./traffic-plan.ts";

export interface Census {
  readonly log: readonly LogRow[];
  readonly records: readonly RecordCount[];
  readonly deadLetters: DeadLetters;
  /** Events that were asked to be taken back, and nobody heard whether they were: their letter stays beside that of their next refusal. */
  readonly unanswered: ReadonlySet<string>;
  readonly underWay: UnderWay;
  /** What the run is about, and whether it came about: a run without it shows nothing. */
  readonly didHappen: Readonly<Record<string, boolean>>;
}

export interface Check {
  readonly what: string;
  readonly expected: number;
  readonly found: number;
  /** Some of what is wrong, to begin looking with. */
  readonly examples: readonly string[];
}

/** Of an event that was taken in: applied, or older than what its record already said. */
const DONE: ReadonlySet<string> = new Set(["Processed", "Stale"]);
/** A product or price that no subscription is on, a Checkout session of somebody else: whether these concern anybody is for the org to say. */
const IGNORABLE = /^(?:product|price|checkout\.session)\./;
const POISON_REASON = "STRING_TOO_LONG";
const EXAMPLES = 5;

export function isPassed({ expected, found }: Check): boolean {
  return expected === found;
}

export function judge(
  { good, poison }: Pick<TrafficPlan, "good" | "poison">,
  { log, records, deadLetters, unanswered, underWay, didHappen }: Census,
): Check[] {
  const goodIds = new Set(good.map(({ id }) => id));
  const rowsOf = Map.groupBy(log, (row) => row.Event_Id__c);
  const once = [...goodIds].filter((id) => rowsOf.get(id)?.length === 1);
  const done = once.filter((id) => rowsOf.get(id)?.every(isDone));
  const strangers = log.filter((row) => !goodIds.has(row.Event_Id__c));
  const dead = new Set(deadLetters.map(({ id }) => id));
  const poisoned = deadLetters.filter(
    ({ id, reason }) => poison.has(id) && reason === POISON_REASON,
  );
  const refusals = Map.groupBy(deadLetters, ({ id }) => id);
  const refusedTwice = [...poison].filter(
    (id) =>
      new Set(refusals.get(id)?.map(({ refusedMs }) => refusedMs)).size > 1 && !unanswered.has(id),
  );
  const goodDead = [...dead].filter((id) => !poison.has(id));
  return [
    check(
      "good events in the org, each once",
      goodIds.size,
      once.length,
      [...goodIds].filter((id) => rowsOf.get(id)?.length !== 1),
    ),
    check(
      "… of them with their effect",
      goodIds.size,
      done.length,
      once.flatMap((id) => {
        const row = rowsOf.get(id)?.[0];
        return row === undefined || isDone(row) ? [] : described(row);
      }),
    ),
    check("other events in the org", 0, strangers.length, strangers.map(described)),
    ...records.map(({ sobject, expected, found, missing }) =>
      check(`records of ${sobject}`, expected, found, missing),
    ),
    check(
      "poison events in SQS, with their reason",
      poison.size,
      new Set(poisoned.map(({ id }) => id)).size,
      [...poison].filter((id) => !dead.has(id)),
    ),
    check("… of them with more refusals there than one", 0, refusedTwice.length, refusedTwice),
    check("good events in SQS", 0, goodDead.length, goodDead),
    check("events still open in the ledger", 0, underWay.open, []),
    check("events still with the bulk collector", 0, underWay.collected, []),
    ...Object.entries(didHappen).map(([what, happened]) => check(what, 1, happened ? 1 : 0, [])),
  ];
}

function check(what: string, expected: number, found: number, wrong: readonly string[]): Check {
  return { what, expected, found, examples: wrong.slice(0, EXAMPLES) };
}

function isDone(row: LogRow): boolean {
  return DONE.has(row.Status__c) || (row.Status__c === "Ignored" && IGNORABLE.test(row.Type__c));
}

function described(row: LogRow): string {
  const { Event_Id__c: id, Type__c: type, Status__c: status, Error__c: error } = row;
  return `${id} ${type} ${status}${error === null ? "" : `: ${error.slice(0, 160)}`}`;
}
