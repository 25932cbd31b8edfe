import { describe, expect, it } from "vitest";
import { evaluate, runApex } from "../../testing/apex.ts";

describe("facts of the transaction and the org", () => {
  it.each([
    ["Request.getCurrent().getQuiddity()", "ANONYMOUS"],
    ["Request.getCurrent().getRequestId()", "test-request"],
    ["Limits.getQueries() + '/' + Limits.getLimitQueries()", "0/100"],
    ["Limits.getLimitCallouts()", "100"],
    ["OrgLimits.getMap().get('DailyApiRequests').getLimit()", "15000"],
    ["OrgLimits.getAll()[0].getValue()", "0"],
    ["System.Label.get('', 'greeting')", "Hello"],
    ["System.Label.translationExists('', 'greeting', 'fr')", "false"],
    [
      "TimeZone.getTimeZone('America/Los_Angeles').getDisplayName()",
      "(GMT-08:00) Pacific Standard Time (America/Los_Angeles)",
    ],
    [
      "TimeZone.getTimeZone('America/Los_Angeles').getOffset(Datetime.newInstanceGmt(2026, 7, 1, 0, 0, 0))",
      "-25200000",
    ],
    ["TimeZone.getTimeZone('Nowhere').getID()", "GMT"],
    ["UserInfo.getTimeZone().getID()", "GMT"],
    ["new Version(1, 2, 3).compareTo(new Version(1, 2))", "0"],
    ["new Version(1, 2, 3).compareTo(new Version(1, 2, 4))", "-1"],
    ["new Version(1, 2).patch()", "null"],
    ["Collator.getInstance().compare('ä', 'b')", "-1"],
    ["DomainCreator.getLightningHostname()", "test.lightning.force.com"],
    ["Site.getSiteId()", "null"],
    ["new SelectOption('v', 'Label').getLabel()", "Label"],
  ])("%s is %s", (expression, text) => {
    expect(evaluate(expression)).toBe(text);
  });

  it("keeps an AuraHandledException's text for the client until setMessage says it", () => {
    const { debug } = runApex(`
      AuraHandledException e = new AuraHandledException('for the client');
      System.debug(e.getMessage());
      e.setMessage('said'); System.debug(e.getMessage());`);
    expect(debug).toEqual(["Script-thrown exception", "said"]);
  });

  it("refuses a label that is not there", () => {
    expect(runApex("System.Label.get('', 'nope');").exception?.headline).toBe(
      "System.IllegalArgumentException: Custom label nope does not exist",
    );
  });
});
