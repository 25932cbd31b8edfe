import { expect, test } from "vitest";
import { apexOrg } from "../org/org-fixture.ts";
import { schemaOf } from "../schema/fixture/schema.ts";

test("a task is closed by its status, and open again by another", () => {
  const org = apexOrg({ schema: schemaOf({}) });
  const { debug, exception } = org.test(`
    Task t = new Task(Subject = 'Call'); insert t;
    System.debug([SELECT COUNT() FROM Task WHERE IsClosed = FALSE]);
    t.Status = 'Completed'; update t;
    System.debug([SELECT IsClosed FROM Task].IsClosed);
    t.Status = 'In Progress'; update t;
    System.debug([SELECT IsClosed FROM Task].IsClosed);`);

  expect(exception?.headline).toBeUndefined();
  expect(debug).toEqual(["1", "true", "false"]);
});

test("a case is closed by its status", () => {
  const org = apexOrg({ schema: schemaOf({}) });

  expect(
    org.test(
      "insert new Case(Status = 'Closed'); System.debug([SELECT IsClosed FROM Case].IsClosed);",
    ).debug,
  ).toEqual(["true"]);
});
