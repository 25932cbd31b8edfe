import { expect, test } from "vitest";
import { evaluate } from "../../testing/apex.ts";

test.each([
  ["Site.getName()", "null"],
  ["Site.isLoginEnabled()", "false"],
  ["Site.isValidUsername('ada@example.com')", "true"],
  ["Site.isValidUsername('ada')", "false"],
  ["Network.getNetworkId()", "null"],
  ["Network.getLogoutUrl(null)", "https://test.my.salesforce.com/secur/logout.jsp"],
])("outside a site %s is %s", (expression, expected) => {
  expect(evaluate(expression)).toBe(expected);
});
