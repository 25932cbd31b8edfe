import { json } from "../http.js";
export function limits(context) {
    const { allowance } = context.usage;
    return json(200, {
        DailyApiRequests: { Max: allowance, Remaining: Math.max(0, allowance - context.usage.used()) },
    });
}
