import type { AwsError } from "../aws/client.ts";
import { configurationOf } from "../configuration.ts";
import type { Result } from "../result.ts";
import { ApiBudget } from "./api-budget.ts";
import type { WindowUse } from "./plan.ts";
import type { BudgetRequest, BudgetVerdict } from "./verdict.ts";

const TIMEOUT_MS = 2_000;

const budgets = new WeakMap<object, ApiBudget>();

/** Asks for Salesforce API calls before they are made, and counts them when granted. Throws nothing but ConfigurationError. */
export async function takeBudget(env: Env, request: BudgetRequest): Promise<BudgetVerdict> {
  return budgetOf(env).take(request);
}

/** @param limitInfo the header `Sforce-Limit-Info` of the org's answer, or null */
export async function learnQuota(env: Env, limitInfo: string | null): Promise<void> {
  await budgetOf(env).learn(limitInfo);
}

export async function budgetUse(env: Env): Promise<Result<readonly WindowUse[], AwsError>> {
  return budgetOf(env).use();
}

/** See `ApiBudget.knownShare`: what the last take of this isolate saw, at no cost. */
export function knownBudgetShare(env: Env): number | null {
  return budgetOf(env).knownShare();
}

function budgetOf(env: Env): ApiBudget {
  const known = budgets.get(env);
  if (known !== undefined) return known;
  const { aws, salesforce, budget: settings } = configurationOf(env);
  const { table: name, endpoint, limits } = settings;
  const table = { account: aws, endpoint, name, timeoutMs: TIMEOUT_MS };
  const budget = new ApiBudget(table, new URL(salesforce.loginUrl).host, limits);
  budgets.set(env, budget);
  return budget;
}
