import type { Lane } from "../event.ts";
import { learnQuota, takeBudget } from "../budget/take-budget.ts";
import type { BudgetVerdict } from "../budget/verdict.ts";
import { configurationOf } from "../configuration.ts";
import type { Result } from "../result.ts";
import { salesforceSessionOf, type CallReport, type Entry, type TokenError } from "./session.ts";
import type { SalesforceToken } from "./token-request.ts";

/** The org as one lane's publishing sees it. */
export interface Org {
  readonly lane: Lane;
  readonly apiVersion: string;
  enter(suspect: boolean): Promise<Entry>;
  /** @returns true when the call's one event is to blame */
  settle(report: CallReport): Promise<boolean>;
  renewToken(rejected: string): Promise<Result<SalesforceToken, TokenError>>;
  takeBudget(): Promise<BudgetVerdict>;
  learnQuota(limitInfo: string | null): Promise<void>;
}

export function orgOf(env: Env, lane: Lane): Org {
  const session = salesforceSessionOf(env);
  return {
    lane,
    apiVersion: configurationOf(env).salesforce.apiVersion,
    enter: (suspect) => session.enter({ lane, suspect }),
    settle: (report) => session.settle(report),
    renewToken: (rejected) => session.token(rejected),
    takeBudget: () => takeBudget(env, { lane, calls: 1 }),
    learnQuota: (limitInfo) => learnQuota(env, limitInfo),
  };
}
