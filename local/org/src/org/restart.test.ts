/** What administrators changed of what every org has from the start: it is theirs, whenever the org is opened or edited again. */
import path from "node:path";
import { expect, test } from "vitest";
import { compileProject } from "../compile/compile-project.ts";
import { openLocalOrg, type OpenedLocalOrg } from "../open-local-org.ts";
import { sfdxProject, writeProject } from "../schema/fixture/project.ts";

const WHAT_THERE_IS = `
  for (Organization o : [SELECT Name, TimeZoneSidKey FROM Organization]) System.debug(o.Name + ' ' + o.TimeZoneSidKey);
  for (BusinessHours h : [SELECT Name, TimeZoneSidKey FROM BusinessHours]) System.debug(h.Name + ' ' + h.TimeZoneSidKey);
  for (User u : [SELECT Name, LocaleSidKey, TimeZoneSidKey, IsActive, Username FROM User WHERE Alias IN ('seller', 'admin') ORDER BY Alias])
    System.debug(u.Name + ' ' + u.LocaleSidKey + ' ' + u.TimeZoneSidKey + ' ' + u.IsActive);`;

function lines(org: OpenedLocalOrg, block: string): readonly string[] {
  const outcome = org.apex.runAnonymous(block, org.org.administrator);
  if (outcome.kind !== "success") throw new Error(JSON.stringify(outcome));
  return outcome.debug.map((line) => line.split("|").at(-1) ?? "");
}

function ensureSeller(org: OpenedLocalOrg): void {
  org.org.ensureUser("seller@local.example", "seller", [], "Standard User", {
    firstName: "Sonja",
    lastName: "Seller",
    locale: "de_DE",
    timeZone: "Europe/Berlin",
  });
}

test("the organization, its hours and its users stay as they were changed", () => {
  const files = writeProject(sfdxProject({ "classes/Words.cls": "public class Words { }" }));
  try {
    const project = compileProject({ paths: [files.path] });
    const dataFolder = path.join(files.path, "records");
    const administrator = { firstName: "Alex", locale: "en_GB", timeZone: "Europe/London" };
    const before = openLocalOrg(project, { dataFolder, administrator });
    ensureSeller(before);
    expect(lines(before, WHAT_THERE_IS)).toEqual([
      "Local Org GMT",
      "Default GMT",
      "Alex Admin en_GB Europe/London true",
      "Sonja Seller de_DE Europe/Berlin true",
    ]);
    lines(
      before,
      `update new List<User>{
         new User(Id = [SELECT Id FROM User WHERE Alias = 'seller'].Id, LastName = 'Sellers', LocaleSidKey = 'fr_FR', IsActive = false),
         new User(Id = [SELECT Id FROM User WHERE Alias = 'admin'].Id, TimeZoneSidKey = 'Asia/Tokyo') };`,
    );
    const [organization] = before.org.store.rowsOf("Organization");
    const [hours] = before.org.store.rowsOf("BusinessHours");
    before.org.keep("Organization", organization?.id ?? "", {
      Name: "Acme",
      TimeZoneSidKey: "Asia/Tokyo",
    });
    before.org.keep("BusinessHours", hours?.id ?? "", {
      Name: "Office",
      TimeZoneSidKey: "Asia/Tokyo",
    });
    const changed = [
      "Acme Asia/Tokyo",
      "Office Asia/Tokyo",
      "Alex Admin en_GB Asia/Tokyo true",
      "Sonja Sellers fr_FR Europe/Berlin false",
    ];
    ensureSeller(before);
    expect(lines(before, WHAT_THERE_IS)).toEqual(changed);
    before.org.close();

    const after = openLocalOrg(project, { dataFolder, administrator });
    ensureSeller(after);
    expect(lines(after, WHAT_THERE_IS)).toEqual(changed);
    after.org.close();
  } finally {
    files.remove();
  }
});
