import { adviceFor, methodWording, statusWording } from "c/stripePaymentWording";

/** docs.stripe.com/declines/codes, and the error codes a PaymentIntent fails with. */
const CODES =
  "approve_with_id authentication_required call_issuer card_not_supported card_velocity_exceeded currency_not_supported do_not_honor do_not_try_again duplicate_transaction expired_card fraudulent generic_decline incorrect_address incorrect_cvc incorrect_number incorrect_pin incorrect_zip insufficient_funds invalid_account invalid_amount invalid_cvc invalid_expiry_month invalid_expiry_year invalid_number invalid_pin issuer_not_available lost_card merchant_blacklist mobile_device_authentication_required new_account_information_available no_action_taken not_permitted offline_pin_required online_or_offline_pin_required pickup_card pin_try_exceeded processing_error reenter_transaction restricted_card revocation_of_all_authorizations revocation_of_authorization security_violation service_not_allowed stolen_card stop_payment_order testmode_decline transaction_not_allowed try_again_later withdrawal_count_limit_exceeded card_declined".split(
    " ",
  );

test.each(CODES)(
  "%s has advice for the rep, words for the customer, and who can mend it",
  (code) => {
    const { todo, say, who } = adviceFor(code);
    for (const words of [todo, say, who]) expect(words).toMatch(/^c\.Stripe_Advice_/);
  },
);

test.each(["lost_card", "stolen_card", "fraudulent", "merchant_blacklist", "pickup_card"])(
  "of %s the reason is kept from the customer",
  (code) => {
    expect(adviceFor(code).keepTo).toBe("c.Stripe_Advice_Silent_Not");
  },
);

test.each(["payment_intent_authentication_failure", "setup_intent_authentication_failure"])(
  "%s is the customer who did not authenticate, and no bank",
  (code) => {
    expect(adviceFor(code)).toBe(adviceFor("authentication_required"));
  },
);

test("a code nobody knows is a bank that gives no reason", () => {
  expect(adviceFor("brand_new_code")).toBe(adviceFor("generic_decline"));
  expect(adviceFor(null)).toBe(adviceFor("generic_decline"));
});

test("a status Stripe adds later is shown as it is", () => {
  expect(statusWording("succeeded")).toEqual({
    label: "c.Stripe_Payment_Succeeded",
    tone: "success",
  });
  expect(statusWording("brand_new")).toEqual({ label: "brand_new", tone: "neutral" });
  expect(statusWording(null).label).toBe("c.Stripe_Payment_Unknown");
});

test("a way to pay is said in words", () => {
  expect(methodWording("sepa_debit")).toBe("Sepa debit");
  expect(methodWording("")).toBe("");
});
