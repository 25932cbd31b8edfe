import type { Hour } from "@salesforce/apex/StripeIntegrationController.state";
import locale from "@salesforce/i18n/locale";
import timeZone from "@salesforce/i18n/timeZone";

/** The events of an hour, drawn: what was applied below, what waits above it, failures on top. */
export interface Bar {
  readonly key: string;
  readonly label: string;
  readonly applied: number;
  readonly waiting: number;
  readonly failed: number;
  readonly parts: readonly Part[];
}

export interface Part {
  readonly key: string;
  readonly className: string;
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

export const BAR_WIDTH = 20;
export const CHART_HEIGHT = 80;
const HOURS = 24;
const HOUR_MS = 3_600_000;

/** The last 24 hours up to now, those without events too. */
export function barsOf(hours: readonly Hour[], now: number): readonly Bar[] {
  const byStart = new Map(hours.map((hour) => [Date.parse(hour.beginsAt ?? ""), hour]));
  const last = Math.floor(now / HOUR_MS) * HOUR_MS;
  const starts = Array.from({ length: HOURS }, (_, index) => last - (HOURS - 1 - index) * HOUR_MS);
  const most = Math.max(1, ...hours.map((hour) => countsOf(hour).reduce((sum, n) => sum + n, 0)));
  const clock = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", timeZone });
  return starts.map((start, index) => {
    const [applied = 0, waiting = 0, failed = 0] = countsOf(byStart.get(start));
    let below = 0;
    const parts = Object.entries({ applied, waiting, failed }).flatMap(([name, count]) => {
      const height = (count / most) * CHART_HEIGHT;
      below += height;
      return count === 0
        ? []
        : [
            {
              key: name,
              className: `bar ${name}`,
              x: index * BAR_WIDTH + 2,
              y: CHART_HEIGHT - below,
              height,
            },
          ];
    });
    return { key: String(start), label: clock.format(start), applied, waiting, failed, parts };
  });
}

function countsOf(hour: Hour | undefined): readonly number[] {
  return [hour?.applied ?? 0, hour?.waiting ?? 0, hour?.failed ?? 0];
}
