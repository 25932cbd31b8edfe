/**
 * The org's daily API allowance, over a rolling 24 hours, counted by the hour.
 * Source: Salesforce Developer Limits and Allocations Quick Reference, "API Request Limits and Allocations".
 */
const HOUR_MS = 3_600_000;
const HOURS = 24;
export function apiUsage(allowance, now) {
    const perHour = new Map();
    const currentHour = () => Math.floor(now() / HOUR_MS);
    const used = () => {
        let sum = 0;
        for (const [hour, count] of perHour) {
            if (hour <= currentHour() - HOURS)
                perHour.delete(hour);
            else
                sum += count;
        }
        return sum;
    };
    return {
        allowance,
        used,
        take() {
            if (used() >= allowance)
                return false;
            perHour.set(currentHour(), (perHour.get(currentHour()) ?? 0) + 1);
            return true;
        },
        header: () => `api-usage=${used()}/${allowance}`,
    };
}
