import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { failureOf, isForGood, sentenceOf } from "c/stripeRefusal";

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

test.each([
  [{ status: 403, body: { message: "TotalRequests Limit exceeded." } }, false],
  [{ status: 500, body: { message: "You do not have access to the Apex class named 'X'." } }, true],
  [{ status: 500, body: { message: "You may not see revenue. Ask your administrator." } }, true],
  [
    { status: 500, body: [{ message: "This record does not exist, or you may not see it." }] },
    true,
  ],
  [{ status: 500, body: { message: "Stripe says you may not refund this twice." } }, false],
  [{ status: 503, body: {} }, false],
  [new Error("Failed to fetch"), false],
  [undefined, false],
])("whether %j is a refusal for good: %s", (error, expected) => {
  expect(isForGood(error)).toBe(expected);
  expect(failureOf(error)).toEqual({
    kind: "failed",
    message: sentenceOf(error),
    isForGood: expected,
  });
});

const CLASSES = join(__dirname, "../../../force-app/main/default/classes");
const SENTENCES = readdirSync(CLASSES, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith("Controller.cls"))
  .flatMap((name) => [
    ...readFileSync(join(CLASSES, name), "utf8").matchAll(
      /String (?:NO_ACCESS|NOT_YOURS|MAY_NOT) = '([^']+)'/g,
    ),
  ])
  .map(([, sentence = ""]) => sentence);

test("what our controllers say to who lacks a right or a record is known to be for good", () => {
  expect(SENTENCES.length).toBeGreaterThan(8);
  const open = SENTENCES.filter((message) => !isForGood({ status: 500, body: { message } }));
  expect(open).toEqual([]);
});
