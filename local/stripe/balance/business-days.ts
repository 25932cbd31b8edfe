const DAY = 24 * 60 * 60;
const SATURDAY = 6;
const SUNDAY = 0;

/** The beginning (UTC) of the second business day after a moment, in seconds since 1970: when money that came can leave. */
export function availableFrom(moment: number): number {
  let day = Math.floor(moment / DAY) * DAY;
  for (let left = 2; left > 0;) {
    day += DAY;
    const weekday = new Date(day * 1000).getUTCDay();
    if (weekday !== SATURDAY && weekday !== SUNDAY) left--;
  }
  return day;
}
