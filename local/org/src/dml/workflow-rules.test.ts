import { describe, expect, test } from "vitest";
import { apexOrg, type OrgFixture } from "../org/org-fixture.ts";
import { metadataXml } from "../schema/fixture/project.ts";
import { projectWith } from "../schema/fixture/schema.ts";
import { loadSchema } from "../schema/load-schema.ts";

interface Sources {
  /** Content of the Workflow element of accounts. */
  readonly workflow: string;
  readonly triggers?: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
}

function load({ workflow, files = {} }: Sources): ReturnType<typeof loadSchema> {
  return loadSchema([
    projectWith({
      "workflows/Account.workflow-meta.xml": metadataXml("Workflow", workflow),
      ...files,
    }),
  ]);
}

function orgWith(sources: Sources): OrgFixture {
  return apexOrg({ schema: load(sources).schema, triggers: sources.triggers ?? [] });
}

function lines(org: OrgFixture, block: string): readonly string[] {
  const { debug, exception } = org.run(block);
  if (exception !== null) throw new Error(exception.headline);
  return debug;
}

function update(field: string, content: string, name = "U"): string {
  return `<fieldUpdates><fullName>${name}</fullName><name>${name}</name><field>${field}</field>${content}</fieldUpdates>`;
}

function rule(
  criteria: string,
  { when = "onAllChanges", name = "R", action = "U" }: Readonly<Record<string, string>> = {},
): string {
  return `<rules><fullName>${name}</fullName><active>true</active><triggerType>${when}</triggerType>${criteria}
    <actions><name>${action}</name><type>FieldUpdate</type></actions></rules>`;
}

function item(field: string, operation: string, value: string): string {
  return `<criteriaItems><field>Account.${field}</field><operation>${operation}</operation><value>${value}</value></criteriaItems>`;
}

const LITERAL = "<operation>Literal</operation><literalValue>set</literalValue>";
const GOLD = item("Name", "equals", "gold");
const SITE = "System.debug([SELECT Site FROM Account].Site);";

describe("a workflow rule", () => {
  test("updates a field of the record that meets it, and of no other", () => {
    const org = orgWith({ workflow: update("Site", LITERAL) + rule(GOLD) });

    expect(lines(org, `insert new Account(Name = 'gold'); ${SITE}`)).toEqual(["set"]);
    expect(
      lines(
        orgWith({ workflow: update("Site", LITERAL) + rule(GOLD) }),
        `insert new Account(Name = 'tin'); ${SITE}`,
      ),
    ).toEqual(["null"]);
  });

  test.each([
    ["onCreateOnly", "a"],
    ["onAllChanges", "aa"],
    ["onCreateOrTriggeringUpdate", "a"],
  ])("evaluated %s", (when, expected) => {
    const org = orgWith({
      workflow:
        update("Site", `<operation>Formula</operation><formula>Site &amp; "a"</formula>`) +
        rule(GOLD, { when }),
    });

    expect(
      lines(
        org,
        `Account x = new Account(Name = 'gold'); insert x; update new Account(Id = x.Id, Phone = '1'); ${SITE}`,
      ),
    ).toEqual([expected]);
  });

  test("fires when an update makes the record meet it", () => {
    const org = orgWith({
      workflow: update("Site", LITERAL) + rule(GOLD, { when: "onCreateOrTriggeringUpdate" }),
    });

    expect(
      lines(
        org,
        `Account x = new Account(Name = 'tin'); insert x; x.Name = 'gold'; update x; ${SITE}`,
      ),
    ).toEqual(["set"]);
  });

  test("by a formula that looks at the last version", () => {
    const org = orgWith({
      workflow:
        update("Site", LITERAL) +
        rule("<formula>ISCHANGED(Name) &amp;&amp; PRIORVALUE(Name) = &quot;tin&quot;</formula>"),
    });

    expect(
      lines(
        org,
        `Account x = new Account(Name = 'tin'); insert x; x.Name = 'gold'; update x; ${SITE}`,
      ),
    ).toEqual(["set"]);
  });

  test("by its logic", () => {
    const org = orgWith({
      workflow:
        update("Site", LITERAL) +
        rule(`<booleanFilter>1 OR 2</booleanFilter>${GOLD}${item("Phone", "startsWith", "4")}`),
    });

    expect(lines(org, `insert new Account(Name = 'tin', Phone = '49'); ${SITE}`)).toEqual(["set"]);
  });

  test("that is switched off does nothing", () => {
    const org = orgWith({
      workflow: (update("Site", LITERAL) + rule(GOLD)).replace("<active>true", "<active>false"),
    });

    expect(lines(org, `insert new Account(Name = 'gold'); ${SITE}`)).toEqual(["null"]);
  });
});

describe("a field update", () => {
  const PRINTS = `trigger T on Account (before insert, after insert, before update, after update) {
    System.debug(Trigger.operationType + ' ' + (Trigger.old == null ? 'new' : Trigger.old[0].Site) + ' ' + Trigger.new[0].Site); }`;

  test("comes after the after triggers, and runs the update triggers once more", () => {
    const org = orgWith({ workflow: update("Site", LITERAL) + rule(GOLD), triggers: [PRINTS] });

    expect(lines(org, "insert new Account(Name = 'gold');")).toEqual([
      "BEFORE_INSERT new null",
      "AFTER_INSERT new null",
      "BEFORE_UPDATE null set",
      "AFTER_UPDATE null set",
    ]);
  });

  test("Trigger.old is the record before the whole save", () => {
    const org = orgWith({
      workflow:
        update("Site", `<operation>Formula</operation><formula>Site &amp; "+"</formula>`) +
        rule(item("Name", "equals", "gold")),
      triggers: [PRINTS],
    });

    expect(
      lines(
        org,
        "Account x = new Account(Name = 'tin', Site = '1'); insert x; update new Account(Id = x.Id, Name = 'gold', Site = '10');",
      ).slice(2),
    ).toEqual([
      "BEFORE_UPDATE 1 10",
      "AFTER_UPDATE 1 10",
      "BEFORE_UPDATE 1 10+",
      "AFTER_UPDATE 1 10+",
    ]);
  });

  test("no validation rule sees it, the system's own validation does", () => {
    const files = {
      "objects/Account/validationRules/No.validationRule-meta.xml": metadataXml(
        "ValidationRule",
        `<fullName>No</fullName><active>true</active><errorConditionFormula>Site = "set"</errorConditionFormula><errorMessage>no</errorMessage>`,
      ),
    };

    expect(
      lines(
        orgWith({ workflow: update("Site", LITERAL) + rule(GOLD), files }),
        `insert new Account(Name = 'gold'); ${SITE}`,
      ),
    ).toEqual(["set"]);
    expect(
      orgWith({
        workflow:
          update(
            "Site",
            `<operation>Literal</operation><literalValue>${"x".repeat(100)}</literalValue>`,
          ) + rule(GOLD),
      }).run("insert new Account(Name = 'gold');").exception?.headline,
    ).toContain("STRING_TOO_LONG");
  });

  test("that changes nothing saves nothing anew", () => {
    const org = orgWith({ workflow: update("Site", LITERAL) + rule(GOLD), triggers: [PRINTS] });

    expect(lines(org, "insert new Account(Name = 'gold', Site = 'set');")).toHaveLength(2);
  });

  test.each([
    ["Site", "<operation>Null</operation>", "System.debug(a.Site);", "null"],
    [
      "NumberOfEmployees",
      "<operation>Literal</operation><literalValue>12</literalValue>",
      "System.debug(a.NumberOfEmployees);",
      "12",
    ],
    [
      "OwnerId",
      "<operation>LookupValue</operation><lookupValue>nobody@example.com</lookupValue><lookupValueType>User</lookupValueType>",
      "System.debug(a.OwnerId != null);",
      "false",
    ],
  ])("of %s: %s", (field, content, show, expected) => {
    const { debug, exception } = orgWith({
      workflow: update(field, content) + rule(GOLD),
    }).run(
      `insert new Account(Name = 'gold', Site = 's'); Account a = [SELECT Site, NumberOfEmployees, OwnerId FROM Account]; ${show}`,
    );

    expect(exception === null ? debug : ["false"]).toEqual([expected]);
  });

  test("can have the rules evaluated anew", () => {
    const workflow = (again: boolean): string =>
      update(
        "Phone",
        `<operation>Literal</operation><literalValue>1</literalValue><reevaluateOnChange>${again}</reevaluateOnChange>`,
      ) +
      update("Site", LITERAL, "V") +
      rule(item("Phone", "equals", "1"), { name: "A", action: "V" }) +
      rule(GOLD, { name: "B" });

    expect(
      lines(orgWith({ workflow: workflow(true) }), `insert new Account(Name = 'gold'); ${SITE}`),
    ).toEqual(["set"]);
    expect(
      lines(orgWith({ workflow: workflow(false) }), `insert new Account(Name = 'gold'); ${SITE}`),
    ).toEqual(["null"]);
  });
});

test("what of workflow rules is not run is said", () => {
  const alert = "<actions><name>A</name><type>Alert</type></actions>";
  const { notices } = load({
    workflow: rule(GOLD).replace("<actions>", `${alert}<actions>`),
  });

  expect(notices.map(({ message }) => message)).toEqual([
    "Actions of workflow rules other than field updates are not run here",
  ]);
});
