import { describe, expect, test } from "vitest";
import { apexOrg, type OrgFixture } from "../org/org-fixture.ts";
import { loadSchema } from "../schema/load-schema.ts";
import { metadataXml } from "../schema/fixture/project.ts";
import { projectWith } from "../schema/fixture/schema.ts";

interface Rule {
  readonly onInsert?: string;
  readonly onUpdate?: string;
  readonly items?: string;
  readonly logic?: string;
}

const BLOCK = "Block";
const ALERT = "Allow";

function item(field: string, blanks = "NullNotAllowed"): string {
  return `<matchingRuleItems><blankValueBehavior>${blanks}</blankValueBehavior><fieldName>${field}</fieldName><matchingMethod>Exact</matchingMethod></matchingRuleItems>`;
}

function orgWith({
  onInsert = BLOCK,
  onUpdate = BLOCK,
  items = item("Email"),
  logic,
}: Rule): OrgFixture {
  const { schema, notices } = loadSchema([
    projectWith({
      "matchingRules/Contact.matchingRule-meta.xml": metadataXml(
        "MatchingRules",
        `<matchingRules><fullName>Same</fullName>${logic === undefined ? "" : `<booleanFilter>${logic}</booleanFilter>`}
         <label>Same</label>${items}<ruleStatus>Active</ruleStatus></matchingRules>`,
      ),
      "duplicateRules/Contact.Once.duplicateRule-meta.xml": metadataXml(
        "DuplicateRule",
        `<actionOnInsert>${onInsert}</actionOnInsert><actionOnUpdate>${onUpdate}</actionOnUpdate>
         <alertText>They are here already.</alertText>
         <duplicateRuleMatchRules><matchRuleSObjectType>Contact</matchRuleSObjectType><matchingRule>Same</matchingRule></duplicateRuleMatchRules>
         <isActive>true</isActive><operationsOnInsert>Alert</operationsOnInsert><operationsOnUpdate>Alert</operationsOnUpdate>
         <securityOption>BypassSharingRules</securityOption>`,
      ),
    }),
  ]);
  expect(notices).toEqual([]);
  return apexOrg({ schema });
}

const ADA = "insert new Contact(LastName = 'Ada', Email = 'ada@example.com');";
const TRY = (statement: string): string =>
  `try { ${statement} System.debug('saved'); } catch (DmlException e) { System.debug(e.getDmlType(0) + ' ' + e.getDmlMessage(0)); }`;
const REFUSED = "DUPLICATES_DETECTED They are here already.";

describe("a duplicate rule that blocks", () => {
  test("refuses a new record that matches a stored one, in any case of its letters", () => {
    const block = ADA + TRY("insert new Contact(LastName = 'B', Email = 'ADA@example.com');");

    expect(orgWith({}).run(block).debug).toEqual([REFUSED]);
  });

  test("cannot be passed by who allows duplicates", () => {
    const { debug } = orgWith({}).run(`${ADA}
      Database.DMLOptions options = new Database.DMLOptions();
      options.DuplicateRuleHeader.allowSave = true;
      System.debug(Database.insert(new Contact(LastName = 'B', Email = 'ada@example.com'), options).isSuccess());`);

    expect(debug).toEqual(["false"]);
  });

  test("does not compare records of one save with each other", () => {
    const { debug } = orgWith({}).run(
      TRY(
        "insert new List<Contact>{ new Contact(LastName = 'A', Email = 'a@example.com'), new Contact(LastName = 'B', Email = 'a@example.com') };",
      ),
    );

    expect(debug).toEqual(["saved"]);
  });

  test("looks at an update only when it changes what is compared", () => {
    const { debug } = orgWith({ onInsert: ALERT }).run(`${ADA}
      Contact b = new Contact(LastName = 'B', Email = 'b@example.com');
      insert b;
      ${TRY("update new Contact(Id = b.Id, Phone = '1');")}
      ${TRY("update new Contact(Id = b.Id, Email = 'ada@example.com');")}`);

    expect(debug).toEqual(["saved", REFUSED]);
  });

  test("leaves the other records of a save alone", () => {
    const { debug } = orgWith({}).run(`${ADA}
      for (Database.SaveResult result : Database.insert(new List<Contact>{
        new Contact(LastName = 'B', Email = 'ada@example.com'), new Contact(LastName = 'C', Email = 'c@example.com')
      }, false)) { System.debug(result.isSuccess()); }`);

    expect(debug).toEqual(["false", "true"]);
  });

  test("finds no match in blank fields, unless its matching rule says so", () => {
    const twoWithoutEmail = `insert new Contact(LastName = 'A'); ${TRY("insert new Contact(LastName = 'B');")}`;

    expect(orgWith({}).run(twoWithoutEmail).debug).toEqual(["saved"]);
    expect(orgWith({ items: item("Email", "MatchBlanks") }).run(twoWithoutEmail).debug).toEqual([
      REFUSED,
    ]);
  });

  test("joins the fields of its matching rule as that says", () => {
    const items = item("Email") + item("Phone");
    const samePhone = `insert new Contact(LastName = 'A', Email = 'a@example.com', Phone = '1');
      ${TRY("insert new Contact(LastName = 'B', Email = 'b@example.com', Phone = '1');")}`;

    expect(orgWith({ items }).run(samePhone).debug).toEqual(["saved"]);
    expect(orgWith({ items, logic: "1 OR 2" }).run(samePhone).debug).toEqual([REFUSED]);
  });

  test("does not see what was deleted", () => {
    const { debug } = orgWith({}).run(
      `${ADA} delete [SELECT Id FROM Contact]; ${TRY("insert new Contact(LastName = 'B', Email = 'ada@example.com');")}`,
    );

    expect(debug).toEqual(["saved"]);
  });
});

describe("a duplicate rule that alerts", () => {
  test("refuses until the caller allows duplicates", () => {
    const { debug } = orgWith({ onInsert: ALERT, onUpdate: ALERT }).run(`${ADA}
      ${TRY("insert new Contact(LastName = 'B', Email = 'ada@example.com');")}
      Database.DMLOptions options = new Database.DMLOptions();
      options.DuplicateRuleHeader.allowSave = true;
      System.debug(Database.insert(new Contact(LastName = 'B', Email = 'ada@example.com'), options).isSuccess());`);

    expect(debug).toEqual([REFUSED, "true"]);
  });
});
