import { filled } from "c/stripeFilled";

test.each([
  ["{0} of {1}", [2, "x"], "2 of x"],
  ["{0} and {0}", ["a"], "a and a"],
  ["{0} of {1}", [1, 15_000], "1 of 15,000"],
  ["nothing", [], "nothing"],
  ["{1}", ["a"], "{1}"],
])("%s with %j is %s", (text, values, result) => {
  expect(filled(text as string, ...(values as string[]))).toBe(result);
});
