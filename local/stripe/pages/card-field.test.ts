import { expect, test } from "vitest";
import { testCardNamed } from "../payment_methods/test-card.ts";
import { noteOf } from "./card-field.ts";

test.each([
  ["pm_card_visa", ""],
  ["pm_card_chargeDeclined", "declined, generic_decline"],
  ["pm_card_chargeCustomerFail", "saved, then declined, generic_decline"],
  ["pm_card_authenticationRequired", "3-D Secure"],
  ["pm_card_authenticationRequiredOnSetup", "3-D Secure until it is saved"],
  ["pm_card_createDispute", "paid, then disputed, fraudulent"],
  ["pm_card_createDisputeInquiry", "paid, then inquired about, fraudulent"],
  ["pm_card_pendingRefund", "its refunds wait"],
  ["pm_card_refundFail", "its refunds fail"],
])("who chooses a card reads what it does: %s", (token, note) => {
  const card = testCardNamed(token);

  expect(card && noteOf(card)).toBe(note);
});
