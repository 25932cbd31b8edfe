/** The versions that changed shapes local Stripe renders, by their dates. */
export const BASIL = "2025-03-31";
export const CLOVER = "2025-09-30";
export const DAHLIA = "2026-03-25";

/** PaymentIntents list their charges, and charges their refunds, in versions before it. */
export const WITHOUT_CHARGES = "2022-11-15";
