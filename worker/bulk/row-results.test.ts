import { describe, expect, it } from "vitest";

import { outcomesOfJob, rowsIn } from "./row-results.ts";

describe("a job's lists", () => {
  it("are matched by the event's id, wherever its column stands", () => {
    const text = '"sf__Id","sf__Error","Type__c","Event_Id__c"\n"","X:y:z --","t","evt_1"\n';

    expect(rowsIn(text)).toEqual(new Map([["evt_1", "X:y:z --"]]));
    expect(rowsIn('"Event_Id__c","Type__c"\n"evt_1","t"\n')).toEqual(new Map([["evt_1", ""]]));
  });

  it("without rows may lack the columns of the upload", () => {
    expect(rowsIn("")).toEqual(new Map());
    expect(rowsIn("\n")).toEqual(new Map());
    expect(rowsIn('"sf__Id","sf__Error"\n')).toEqual(new Map());
  });

  it("are not taken for complete when they are cut off or something else", () => {
    expect(rowsIn('"Event_Id__c"\n"evt_')).toBeNull();
    expect(rowsIn("<html>Sorry</html>\n")).toBeNull();
  });
});

describe("the outcome of a row", () => {
  const none = new Map<string, string>();

  it("follows the code before the first colon", () => {
    const failed = new Map([
      ["evt_1", "STRING_TOO_LONG:Payload: too large:Payload__c --"],
      ["evt_2", "UNABLE_TO_LOCK_ROW:unable to obtain exclusive access:--"],
      ["evt_3", "something nobody documented"],
    ]);

    const { outcomes } = outcomesOfJob(
      ["evt_1", "evt_2", "evt_3", "evt_4", "evt_5"],
      {
        failed,
        succeeded: null,
        unprocessed: new Map([["evt_5", ""]]),
        detail: "left out",
      },
      7,
    );

    expect(outcomes).toEqual([
      {
        id: "evt_1",
        kind: "refused",
        failure: { at: 7, code: "STRING_TOO_LONG", message: "Payload: too large:Payload__c --" },
      },
      expect.objectContaining({ id: "evt_2", kind: "failed" }),
      {
        id: "evt_3",
        kind: "failed",
        failure: { at: 7, code: "UNKNOWN_EXCEPTION", message: "something nobody documented" },
      },
      { id: "evt_4", kind: "published" },
      {
        id: "evt_5",
        kind: "waiting",
        failure: { at: 7, code: "JOB_INCOMPLETE", message: "left out" },
      },
    ]);
  });

  it("of a job that did not end well is published only when the job says so", () => {
    const { outcomes } = outcomesOfJob(
      ["evt_1", "evt_2"],
      {
        failed: none,
        succeeded: new Map([["evt_1", ""]]),
        unprocessed: none,
        detail: "Failed",
      },
      7,
    );

    expect(outcomes.map(({ id, kind }) => [id, kind])).toEqual([
      ["evt_1", "published"],
      ["evt_2", "waiting"],
    ]);
  });

  it("is the org's when every row is refused alike, and then no event pays", () => {
    const ids = ["evt_1", "evt_2", "evt_3"];
    const refused = (error: string): ReadonlyMap<string, string> =>
      new Map(ids.map((id) => [id, error]));
    const of = (failed: ReadonlyMap<string, string>): ReturnType<typeof outcomesOfJob> =>
      outcomesOfJob(ids, { failed, succeeded: null, unprocessed: none, detail: "" }, 7);

    const byRight = of(refused("INSUFFICIENT_ACCESS:no right:--"));
    const byValidation = of(refused("FIELD_CUSTOM_VALIDATION_EXCEPTION:not so:--"));
    const byOne = of(new Map([["evt_2", "FIELD_CUSTOM_VALIDATION_EXCEPTION:not so:--"]]));

    for (const { outcomes, orgRefuses } of [byRight, byValidation]) {
      expect(outcomes.map(({ kind }) => kind)).toEqual(["waiting", "waiting", "waiting"]);
      expect(orgRefuses).not.toBeNull();
    }
    expect(byOne.outcomes.map(({ kind }) => kind)).toEqual(["published", "refused", "published"]);
    expect(byOne.orgRefuses).toBeNull();
  });
});
