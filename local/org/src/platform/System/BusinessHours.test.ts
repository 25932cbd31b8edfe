import { describe, expect, it, test } from "vitest";
import { apexOrg } from "../../org/org-fixture.ts";
import { ApexTime } from "../../runtime/time.ts";
import { schemaOf } from "../../schema/fixture/schema.ts";

const NINE = ApexTime.of(9, 0, 0, 0);
const FIVE = ApexTime.of(17, 0, 0, 0);

/** Monday to Friday from nine to five in Berlin, Fridays until midnight. */
function officeInBerlin(): (block: string) => readonly string[] {
  const fixture = apexOrg({ schema: schemaOf({}) });
  const [row] = fixture.org.store.rowsOf("BusinessHours");
  fixture.org.keep("BusinessHours", row?.id ?? "", {
    TimeZoneSidKey: "Europe/Berlin",
    ...Object.fromEntries(
      ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"].flatMap((day) => [
        [`${day}StartTime`, NINE],
        [`${day}EndTime`, FIVE],
      ]),
    ),
    FridayEndTime: new ApexTime(0),
    SaturdayStartTime: null,
    SaturdayEndTime: null,
    SundayStartTime: null,
    SundayEndTime: null,
  });
  return (block) => {
    const { debug, exception } = fixture.run(
      `Id hours = [SELECT Id FROM BusinessHours WHERE IsDefault = TRUE].Id;
       // A Friday; in Berlin two hours later.
       Datetime friday = Datetime.newInstanceGmt(2026, 5, 8, 15, 30, 20);
       ${block}`,
    );
    return exception === null ? debug : [exception.headline];
  };
}

describe("by the row of BusinessHours", () => {
  const run = officeInBerlin();

  it.each([
    ["BusinessHours.add(hours, friday, 60 * 60 * 1000L)", "2026-05-08 16:30:20"],
    ["BusinessHours.add(hours, friday, 10 * 60 * 60 * 1000L)", "2026-05-11 10:30:20"],
    ["BusinessHours.addGmt(hours, friday, 10 * 60 * 60 * 1000L)", "2026-05-11 10:30:20"],
    ["BusinessHours.add(hours, friday, 60 * 1000L + 59999)", "2026-05-08 15:31:20"],
    ["BusinessHours.nextStartDate(hours, friday)", "2026-05-08 15:30:20"],
    ["BusinessHours.nextStartDate(hours, friday.addDays(1))", "2026-05-11 07:00:00"],
    ["System.BusinessHours.nextStartDate(hours, friday.addDays(1))", "2026-05-11 07:00:00"],
  ])("%s is %s", (expression, moment) => {
    expect(run(`System.debug(${expression}.formatGmt('yyyy-MM-dd HH:mm:ss'));`)).toEqual([moment]);
  });

  it.each([
    ["BusinessHours.diff(hours, friday, friday.addHours(2))", "7200000"],
    ["BusinessHours.diff(hours, friday, friday.addDays(2))", "23380000"],
    ["BusinessHours.diff(hours, friday.addHours(2), friday)", "-7200000"],
    ["BusinessHours.isWithin(hours, friday)", "true"],
    ["BusinessHours.isWithin(hours, friday.addDays(-1))", "false"],
    ["BusinessHours.isWithin(hours, friday.addDays(1))", "false"],
  ])("%s is %s", (expression, value) => {
    expect(run(`System.debug(${expression});`)).toEqual([value]);
  });

  it("takes no null and counts no query", () => {
    expect(run("BusinessHours.isWithin(hours, null);")).toEqual([
      "System.NullPointerException: Argument cannot be null.",
    ]);
    expect(
      run("BusinessHours.isWithin(hours, friday); System.debug(Limits.getQueries());"),
    ).toEqual(["1"]);
  });

  it.each([
    ["BusinessHours.add(hours, friday, -60000L)", "BusinessHours.add of a negative interval"],
    [
      "BusinessHours.isWithin(UserInfo.getUserId(), friday)",
      "BusinessHours of an id that is none of theirs",
    ],
  ])("says that it lacks %s", (expression, gap) => {
    expect(() => run(`System.debug(${expression});`)).toThrow(gap);
  });
});

test("whole days are open from midnight to midnight", () => {
  const { debug } = apexOrg({ schema: schemaOf({}) }).run(
    `Id hours = [SELECT Id FROM BusinessHours WHERE IsDefault = TRUE].Id;
     Datetime start = Datetime.newInstanceGmt(2026, 5, 8);
     System.debug(BusinessHours.diff(hours, start, start.addDays(7)) / 3600000);
     System.debug(BusinessHours.isWithin(hours, start));`,
  );
  expect(debug).toEqual(["168", "true"]);
});
