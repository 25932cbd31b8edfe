import { billingScenarios } from "../billing/scenarios.ts";
import { catalogScenarios } from "./catalog-scenarios.ts";
import { checkoutScenarios } from "./checkout-scenarios.ts";
import { paymentScenarios } from "./payment-scenarios.ts";
import { payoutScenarios } from "./payout-scenarios.ts";
import type { Scenario } from "./scenario.ts";

/** How each type of event is made to happen. */
export const SCENARIOS: Readonly<Record<string, Scenario>> = {
  ...catalogScenarios,
  ...paymentScenarios,
  ...payoutScenarios,
  ...checkoutScenarios,
  ...billingScenarios,
};

export const TRIGGER_TYPES: readonly string[] = Object.keys(SCENARIOS).sort();
