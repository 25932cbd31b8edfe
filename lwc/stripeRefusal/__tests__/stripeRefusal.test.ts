import { sentenceOf } from "c/stripeRefusal";

test.each([
  [{ status: 500, body: { message: "Choose a plan." } }, "Choose a plan."],
  [{ body: [{ message: "First." }, { message: "Second." }] }, "First."],
  [new Error("Failed to fetch"), "Failed to fetch"],
  [{ status: 503, body: {} }, "c.Stripe_Unexpected_Answer"],
  [
    { body: { message: "You do not have access to the Apex class named 'X'." } },
    "c.Stripe_No_Access",
  ],
  ["?", "c.Stripe_Unexpected_Answer"],
  [undefined, "c.Stripe_Unexpected_Answer"],
])("of %j says %s", (error, sentence) => {
  expect(sentenceOf(error)).toBe(sentence);
});
