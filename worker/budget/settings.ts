import * as z from "zod/mini";

import { ConfigurationError } from "../configuration.ts";
import { SMALLEST_LIMIT, type Limits } from "./limits.ts";

const limit = z.coerce.number().check(z.int(), z.minimum(SMALLEST_LIMIT));

const settings = z.object({
  API_BUDGET_TABLE: z.string().check(z.minLength(3)),
  AWS_DYNAMODB_ENDPOINT: z.union([z.literal(""), z.url({ protocol: /^https?$/ })]),
  API_CALLS_PER_MINUTE: limit,
  API_CALLS_PER_HOUR: limit,
  API_CALLS_PER_DAY: limit,
});

export interface BudgetSettings {
  readonly table: string;
  readonly endpoint: string;
  readonly limits: Limits;
}

/** @throws ConfigurationError naming the variables at fault */
export function budgetSettingsOf(env: object, region: string): BudgetSettings {
  const parsed = settings.safeParse(env);
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map((issue) => issue.path.join(".")))];
    throw new ConfigurationError(`Missing or malformed variables: ${names.join(", ")}`);
  }
  const value = parsed.data;
  return {
    table: value.API_BUDGET_TABLE,
    endpoint:
      value.AWS_DYNAMODB_ENDPOINT === ""
        ? `https://dynamodb.${region}.amazonaws.com`
        : value.AWS_DYNAMODB_ENDPOINT.replace(/\/+$/, ""),
    limits: {
      minute: value.API_CALLS_PER_MINUTE,
      hour: value.API_CALLS_PER_HOUR,
      day: value.API_CALLS_PER_DAY,
    },
  };
}
