import { composerOf } from "c/stripeComposer";

jest.mock(
  "lightning/pageReferenceUtils",
  () => ({ encodeDefaultFieldValues: (values: object) => JSON.stringify(values) }),
  { virtual: true },
);

test("the composer stands beside the record, with each line of the text a line", () => {
  expect(
    composerOf({ recordId: "003", to: "ada@example.com", subject: "Pay", text: "Hello\nBye" }),
  ).toEqual({
    type: "standard__quickAction",
    attributes: { apiName: "Global.SendEmail" },
    state: {
      recordId: "003",
      defaultFieldValues: JSON.stringify({
        ToAddress: "ada@example.com",
        Subject: "Pay",
        HtmlBody: "Hello<br>Bye",
      }),
    },
  });
});

test("without an address the one who sends fills it in", () => {
  const { state } = composerOf({ recordId: undefined, to: null, subject: "", text: "" });
  expect(state?.["defaultFieldValues"]).toContain('"ToAddress":""');
});
