import { expect, it } from "vitest";

import { quotaIn } from "./limit-info.ts";

it.each([
  ["api-usage=18/5000", { used: 18, max: 5000 }],
  ["api-bursts=1/750; api-usage=10018/100000", { used: 10018, max: 100000 }],
  // The app's own allowance is nearer to its end than the org's.
  ["api-usage=25/5000, per-app-api-usage=17/250(appName=sample-app)", { used: 17, max: 250 }],
  ["api-usage=4999/5000; per-app-api-usage=17/250(appName=x)", { used: 4999, max: 5000 }],
  ["api-bursts=749/750", null],
  ["api-usage=7/0", null],
  ["api-usage=99999999999999999/5", null],
  ["api-usage=many/5000", null],
  ["", null],
  [null, null],
])("reads %j by key", (header, quota) => {
  expect(quotaIn(header)).toEqual(quota);
});
