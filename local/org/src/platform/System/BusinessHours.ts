/**
 * System.BusinessHours. Source: Apex Reference, "BusinessHours Class". A Datetime is a moment and has no zone: `add` and `addGmt` give the
 * same one. No holiday closes anything here: it is Setup that ties a holiday to business hours, and no record says so.
 */
import { platformType } from "../../runtime/behaviour.ts";
import { ApexDatetime } from "../../runtime/datetime.ts";
import { GapReached } from "../../runtime/gap-reached.ts";
import type { OpeningHours } from "../../runtime/opening-hours.ts";
import { transaction } from "../../runtime/transaction.ts";
import { afterOpenTime, nextOpening, openTimeBetween } from "../business-hours/open-time.ts";
import { required } from "../required.ts";

const MINUTE_MS = 60_000n;

function missing(what: string): never {
  throw new GapReached(`Not supported by the local org yet: ${what}`);
}

function hoursOf(id: string | null): OpeningHours {
  return (
    transaction().host.data.openingHours(required(id)) ??
    missing(`BusinessHours of an id that is none of theirs: ${id}`)
  );
}

function opened(moment: number | null): ApexDatetime {
  return new ApexDatetime(moment ?? missing("BusinessHours that never open again"));
}

/** Of the interval, what is smaller than a minute is ignored. */
function add(
  id: string | null,
  startDate: ApexDatetime | null,
  interval: bigint | null,
): ApexDatetime {
  const [hours, start, ms] = [hoursOf(id), required(startDate), required(interval)];
  // Documentation says nothing of it, and what people report of orgs is no subtraction.
  if (ms < 0n) missing("BusinessHours.add of a negative interval");
  return opened(afterOpenTime(hours, start.epochMs, Number(ms - (ms % MINUTE_MS))));
}

export const businessHoursBehaviour = platformType({
  type: "System.BusinessHours",
  statics: {
    add,
    addGmt: add,
    diff: (id: string | null, startDate: ApexDatetime | null, endDate: ApexDatetime | null) =>
      BigInt(openTimeBetween(hoursOf(id), required(startDate).epochMs, required(endDate).epochMs)),
    isWithin: (id: string | null, targetDate: ApexDatetime | null) => {
      const { epochMs } = required(targetDate);
      return nextOpening(hoursOf(id), epochMs) === epochMs;
    },
    nextStartDate: (id: string | null, targetDate: ApexDatetime | null) =>
      opened(nextOpening(hoursOf(id), required(targetDate).epochMs)),
  },
});
