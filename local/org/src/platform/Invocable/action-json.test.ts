import { expect, it } from "vitest";
import { runApex } from "../../testing/apex.ts";

it("makes results of actions from JSON, whose outputs a test can add to", () => {
  const { debug, exception } = runApex(`
    Invocable.Action.Result made = (Invocable.Action.Result) JSON.deserialize(
      '{"success":false,"errors":[{"code":"C","message":"M"}],"outputParameters":{"a":1}}', Invocable.Action.Result.class);
    made.getOutputParameters().put('b', 2);
    System.debug(made.isSuccess() + ' ' + made.getErrors()[0].getCode() + ' ' + made.getErrors()[0].getMessage());
    System.debug(made.getOutputParameters());`);

  expect(exception?.headline).toBeUndefined();
  expect(debug).toEqual(["false C M", "{a=1, b=2}"]);
});
