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

test("what looks like markup in a name is written, and runs nothing", () => {
  const { state } = composerOf({
    recordId: "003",
    to: "",
    subject: "R&D <Pro>",
    text: "R&D <Pro>\n<img src=x onerror=alert(1)>",
  });
  expect(JSON.parse(state?.["defaultFieldValues"] ?? "")).toMatchObject({
    Subject: "R&D <Pro>",
    HtmlBody: "R&amp;D &lt;Pro&gt;<br>&lt;img src=x onerror=alert(1)&gt;",
  });
});

test("without an address the one who sends fills it in", () => {
  const { state } = composerOf({ recordId: undefined, to: null, subject: "", text: "" });
  expect(state?.["defaultFieldValues"]).toContain('"ToAddress":""');
});
