import { expect, it } from "vitest";
import { runApex } from "../../testing/apex.ts";

it("keeps what a test sets, by property or by method", () => {
  const { debug } = runApex(`
    EventBus.ChangeEventHeader header = new EventBus.ChangeEventHeader();
    header.changeType = 'CREATE';
    header.setRecordIds(new List<String>{ 'a' });
    System.debug(header.getChangeType() + ' ' + header.recordIds + ' ' + header.entityName);`);

  expect(debug).toEqual(["CREATE (a) null"]);
});
