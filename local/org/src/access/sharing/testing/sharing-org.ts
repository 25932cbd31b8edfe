/**
 * For tests: an org with private, readable and public objects, details, rules, roles, groups and a queue, and a user for each place in them.
 * CEO is above Vp, Vp above Rep; Service stands beside them.
 */
import { apexOrg, type OrgFixture } from "../../../org/org-fixture.ts";
import { ApexDate } from "../../../runtime/date.ts";
import type { RunningUser } from "../../../runtime/host.ts";
import { metadataXml } from "../../../schema/fixture/project.ts";
import { projectWith } from "../../../schema/fixture/schema.ts";
import { loadSchema } from "../../../schema/load-schema.ts";
import { findRow } from "../../../store/find-row.ts";
import { storedText } from "../../../store/stored-text.ts";
import type { RowValues } from "../../../store/row.ts";

function object(sharingModel: string, parts = ""): string {
  const head =
    "<label>Thing</label><pluralLabel>Things</pluralLabel><deploymentStatus>Deployed</deploymentStatus>";
  const name = "<nameField><label>Name</label><type>Text</type></nameField>";
  const history = "<enableHistory>true</enableHistory><enableFeeds>true</enableFeeds>";
  return metadataXml(
    "CustomObject",
    `${head}<sharingModel>${sharingModel}</sharingModel>${history}${name}${parts}`,
  );
}

function field(name: string, type: string, more = ""): string {
  return `<fields><fullName>${name}</fullName><label>${name}</label><type>${type}</type>${more}</fields>`;
}

function master(name: string, target: string, relationship: string, readIsEnough = false): string {
  return field(
    name,
    "MasterDetail",
    `<referenceTo>${target}</referenceTo><relationshipName>${relationship}</relationshipName><writeRequiresMasterRead>${readIsEnough}</writeRequiresMasterRead>`,
  );
}

const JOB_PARTS = [
  field("Region__c", "Text", "<length>40</length>"),
  field("Budget__c", "Number", "<precision>10</precision><scale>0</scale>"),
  "<sharingReasons><fullName>Recruiter__c</fullName><label>Recruiter</label></sharingReasons>",
].join("");

function criteriaRule(name: string, to: string, level: string, items: string, logic = ""): string {
  return `<sharingCriteriaRules><fullName>${name}</fullName><accessLevel>${level}</accessLevel><label>${name}</label><sharedTo>${to}</sharedTo>${logic}${items}</sharingCriteriaRules>`;
}

function ownerRule(name: string, from: string, to: string, level: string, settings = ""): string {
  return `<sharingOwnerRules><fullName>${name}</fullName><accessLevel>${level}</accessLevel>${settings}<label>${name}</label><sharedTo>${to}</sharedTo><sharedFrom>${from}</sharedFrom></sharingOwnerRules>`;
}

function item(name: string, operation: string, value: string): string {
  return `<criteriaItems><field>${name}</field><operation>${operation}</operation><value>${value}</value></criteriaItems>`;
}

const JOB_RULES = [
  criteriaRule(
    "North",
    "<role>Service</role>",
    "Read",
    item("Region__c", "equals", "North, Far North"),
  ),
  criteriaRule("South", "<group>Crew</group>", "Edit", item("Region__c", "equals", "South")),
  criteriaRule("Rich", "<group>Team</group>", "Read", item("Budget__c", "greaterOrEqual", "1000")),
  criteriaRule(
    "Logic",
    "<allInternalUsers></allInternalUsers>",
    "Read",
    item("Region__c", "startsWith", "Pub") +
      item("Budget__c", "lessThan", "5") +
      item("Region__c", "contains", "open"),
    "<booleanFilter>1 AND (2 OR 3)</booleanFilter>",
  ),
  ownerRule("OfService", "<role>Service</role>", "<role>Rep</role>", "Read"),
  ownerRule(
    "OfVps",
    "<roleAndSubordinates>Vp</roleAndSubordinates>",
    "<group>Crew</group>",
    "Read",
  ),
  ownerRule("OfQueue", "<queue>Jobs</queue>", "<role>Service</role>", "Edit"),
].join("");

const ACCOUNT_SETTINGS =
  "<accountSettings><caseAccessLevel>Read</caseAccessLevel><contactAccessLevel>None</contactAccessLevel><opportunityAccessLevel>Edit</opportunityAccessLevel></accountSettings>";

const CUSTOM = [
  "Job__c",
  "Shown__c",
  "Open__c",
  "Step__c",
  "Remark__c",
  "Substep__c",
  "Pair__c",
  "Link__c",
];
const STANDARD = [
  "Account",
  "Case",
  "Contact",
  "Lead",
  "Campaign",
  "Opportunity",
  "Asset",
  "Task",
  "Event",
];

function rights(objects: readonly string[], more: Readonly<Record<string, boolean>> = {}): string {
  const flags = {
    allowRead: true,
    allowCreate: true,
    allowEdit: true,
    allowDelete: true,
    viewAllRecords: false,
    modifyAllRecords: false,
    ...more,
  };
  const given = Object.entries(flags)
    .map(([name, value]) => `<${name}>${value}</${name}>`)
    .join("");
  return objects
    .map((name) => `<objectPermissions><object>${name}</object>${given}</objectPermissions>`)
    .join("");
}

function permissionSet(label: string, content: string): string {
  return metadataXml("PermissionSet", `<label>${label}</label>${content}`);
}

function userPermission(name: string): string {
  return `<userPermissions><enabled>true</enabled><name>${name}</name></userPermissions>`;
}

function role(name: string, parent: string | null, children = "None"): string {
  const above = parent === null ? "" : `<parentRole>${parent}</parentRole>`;
  return metadataXml(
    "Role",
    `<caseAccessLevel>${children}</caseAccessLevel><contactAccessLevel>${children}</contactAccessLevel><name>${name}</name><opportunityAccessLevel>${children}</opportunityAccessLevel>${above}`,
  );
}

/** @param privateCrm accounts and what is below them are private, else as in a new org */
function files(privateCrm: boolean): Readonly<Record<string, string>> {
  const crm = privateCrm
    ? Object.fromEntries(
        ["Account", "Case", "Contact", "Opportunity", "Lead"].map((name) => [
          `objects/${name}/${name}.object-meta.xml`,
          metadataXml("CustomObject", "<sharingModel>Private</sharingModel>"),
        ]),
      )
    : {};
  return {
    ...crm,
    "objects/Job__c.object": object("Private", JOB_PARTS),
    "objects/Shown__c.object": object("Read"),
    "objects/Open__c.object": object("ReadWrite"),
    "objects/Step__c.object": object("ControlledByParent", master("Job__c", "Job__c", "Steps")),
    "objects/Remark__c.object": object(
      "ControlledByParent",
      master("Job__c", "Job__c", "Remarks", true),
    ),
    "objects/Substep__c.object": object(
      "ControlledByParent",
      master("Step__c", "Step__c", "Substeps"),
    ),
    "objects/Pair__c.object": object(
      "ControlledByParent",
      master("Job__c", "Job__c", "Pairs") + master("Shown__c", "Shown__c", "Pairs", true),
    ),
    "objects/Link__c.object": object(
      "ReadWrite",
      field(
        "Job__c",
        "Lookup",
        "<referenceTo>Job__c</referenceTo><relationshipName>Links</relationshipName><deleteConstraint>SetNull</deleteConstraint>",
      ) + field("Job_Name__c", "Text", "<formula>Job__r.Name</formula>"),
    ),
    "sharingRules/Job__c.sharingRules-meta.xml": metadataXml("SharingRules", JOB_RULES),
    "sharingRules/Account.sharingRules-meta.xml": metadataXml(
      "SharingRules",
      ownerRule("OfReps", "<role>Rep</role>", "<group>Crew</group>", "Read", ACCOUNT_SETTINGS),
    ),
    "roles/Ceo.role-meta.xml": role("Ceo", null),
    "roles/Vp.role-meta.xml": role("Vp", "Ceo", "Read"),
    "roles/Rep.role-meta.xml": role("Rep", "Vp", "Edit"),
    "roles/Service.role-meta.xml": role("Service", "Ceo"),
    "groups/Crew.group-meta.xml": metadataXml(
      "Group",
      "<doesIncludeBosses>true</doesIncludeBosses><name>Crew</name>",
    ),
    "groups/Team.group-meta.xml": metadataXml(
      "Group",
      "<doesIncludeBosses>false</doesIncludeBosses><name>Team</name>",
    ),
    "groups/Outer.group-meta.xml": metadataXml(
      "Group",
      "<doesIncludeBosses>true</doesIncludeBosses><name>Outer</name>",
    ),
    "queues/Jobs.queue-meta.xml": metadataXml(
      "Queue",
      "<doesSendEmailToMembers>false</doesSendEmailToMembers><name>Jobs</name><queueMembers><roles><role>Service</role></roles></queueMembers><queueSobject><sobjectType>Job__c</sobjectType></queueSobject>",
    ),
    "permissionsets/Worker.permissionset-meta.xml": permissionSet(
      "Worker",
      rights([...CUSTOM, ...STANDARD]),
    ),
    "permissionsets/Reader.permissionset-meta.xml": permissionSet(
      "Reader",
      rights(CUSTOM, { allowCreate: false, allowEdit: false, allowDelete: false }),
    ),
    "permissionsets/Viewer.permissionset-meta.xml": permissionSet(
      "Viewer",
      rights(["Job__c"], { viewAllRecords: true }),
    ),
    "permissionsets/Modifier.permissionset-meta.xml": permissionSet(
      "Modifier",
      rights(["Job__c"], { viewAllRecords: true, modifyAllRecords: true }),
    ),
    "permissionsets/StepViewer.permissionset-meta.xml": permissionSet(
      "StepViewer",
      rights(["Step__c"], { viewAllRecords: true }),
    ),
    "permissionsets/SeesAll.permissionset-meta.xml": permissionSet(
      "SeesAll",
      userPermission("ViewAllData"),
    ),
    "permissionsets/DoesAll.permissionset-meta.xml": permissionSet(
      "DoesAll",
      userPermission("ModifyAllData"),
    ),
    "permissionsets/Transfers.permissionset-meta.xml": permissionSet(
      "Transfers",
      userPermission("TransferAnyEntity"),
    ),
  };
}

/** Users by alias: role, permission sets. */
const USERS = {
  ceo: ["Ceo", "Worker"],
  vp: ["Vp", "Worker"],
  rep: ["Rep", "Worker"],
  peer: ["Rep", "Worker"],
  agent: ["Service", "Worker"],
  member: [null, "Worker"],
  nested: [null, "Worker"],
  mate: ["Rep", "Worker"],
  alone: [null, "Worker"],
  reader: ["Vp", "Reader"],
  viewer: [null, "Worker", "Viewer"],
  modifier: [null, "Worker", "Modifier"],
  stepper: [null, "Worker", "StepViewer"],
  seesAll: [null, "Worker", "SeesAll"],
  doesAll: [null, "DoesAll"],
  mover: [null, "Worker", "Transfers"],
} as const satisfies Record<string, readonly [string | null, ...string[]]>;

export type Alias = keyof typeof USERS | "admin";

/** What a record of an object must have, where it is more than a name. */
const NAMED: Readonly<Record<string, (name: string) => RowValues>> = {
  Case: (name) => ({ Subject: name }),
  Lead: (name) => ({ LastName: name, Company: name }),
  Opportunity: (name) => ({
    Name: name,
    StageName: "Prospecting",
    CloseDate: ApexDate.parseIso("2026-06-01"),
  }),
};

export class SharingOrg {
  readonly fixture: OrgFixture;
  readonly #users = new Map<string, RunningUser>();
  #records = 0;

  constructor(
    options: {
      readonly privateCrm?: boolean;
      readonly classes?: readonly string[];
      readonly triggers?: readonly string[];
    } = {},
  ) {
    const { schema, diagnostics } = loadSchema([projectWith(files(options.privateCrm ?? false))]);
    if (diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics));
    this.fixture = apexOrg({
      schema,
      classes: options.classes ?? [],
      triggers: options.triggers ?? [],
    });
    const { org } = this.fixture;
    this.#users.set("admin", org.administrator);
    for (const [alias, [roleName, ...sets]] of Object.entries(USERS)) {
      const user = org.ensureUser(`${alias}@example.com`, alias, sets);
      if (roleName !== null)
        org.keep("User", user.id, { UserRoleId: this.row("UserRole", roleName) });
      this.#users.set(alias, org.userNamed(user.username));
    }
    const join = (groupName: string, memberId: string): void => {
      org.keep("GroupMember", null, {
        GroupId: this.row("Group", groupName),
        UserOrGroupId: memberId,
      });
    };
    join("Crew", this.user("member").id);
    join("Crew", this.row("Group", "Outer"));
    join("Outer", this.user("nested").id);
    join("Team", this.user("mate").id);
  }

  user(alias: Alias): RunningUser {
    const user = this.#users.get(alias);
    if (user === undefined) throw new Error(`no user ${alias}`);
    return user;
  }

  /** The id of a role, or of a group that people made. */
  row(object: "Group" | "UserRole", developerName: string, type?: string): string {
    const types = type === undefined ? ["Regular", "Queue"] : [type];
    const found = findRow(
      this.fixture.org.store,
      object,
      (values) =>
        values["DeveloperName"] === developerName &&
        (object === "UserRole" || types.includes(storedText(values["Type"]))),
    );
    if (found === undefined) throw new Error(`no ${object} ${developerName}`);
    return found.id;
  }

  /** The id of a new record of an owner, put there past DML. */
  make(
    object: string,
    owner: Alias | null,
    values: Readonly<Record<string, string | number>> = {},
  ): string {
    this.#records += 1;
    const named = NAMED[object] ?? ((name) => ({ Name: name, LastName: name }));
    const fields = {
      ...named(`n${this.#records}`),
      ...(owner === null ? {} : { OwnerId: this.user(owner).id }),
      ...values,
    };
    return this.fixture.org.keep(object, null, fields);
  }

  share(record: string, object: string, to: string, level: string, cause = "Manual"): void {
    const isCustom = object.endsWith("__c");
    const name = isCustom ? object.replace("__c", "__Share") : `${object}Share`;
    this.fixture.org.keep(name, null, {
      [isCustom ? "ParentId" : `${object}Id`]: record,
      UserOrGroupId: to,
      [isCustom ? "AccessLevel" : `${object}AccessLevel`]: level,
      RowCause: cause,
    });
  }

  /**
   * How far the user comes with the record, tried with queries and DML: none, read, edit or all (delete). Fails when UserRecordAccess says
   * something else.
   */
  access(alias: Alias, id: string): string {
    const [line = ""] = this.said(
      alias,
      `Id id = '${id}';
       String type = String.valueOf(id.getSObjectType());
       UserRecordAccess a = [SELECT HasReadAccess, HasEditAccess, HasDeleteAccess FROM UserRecordAccess WHERE UserId = :UserInfo.getUserId() AND RecordId = :id];
       String asked = a.HasDeleteAccess ? 'all' : a.HasEditAccess ? 'edit' : a.HasReadAccess ? 'read' : 'none';
       String level = Database.countQuery('SELECT COUNT() FROM ' + type + ' WHERE Id = :id') == 0 ? 'none' : 'read';
       SObject changed = id.getSObjectType().newSObject(id);
       if (Database.update(changed, false).isSuccess()) level = 'edit';
       if (Database.delete(id, false).isSuccess()) level = 'all';
       System.debug(level + ' ' + asked);`,
    );
    const [tried, asked] = line.split(" ");
    if (tried === undefined || tried !== asked)
      throw new Error(`${line}: tried, and UserRecordAccess`);
    return tried;
  }

  /** What a block says as a user; nothing of what it did stays. */
  said(alias: Alias, block: string): readonly string[] {
    const { debug, exception } = this.fixture.run(
      `Savepoint before = Database.setSavepoint(); try { ${block} } finally { Database.rollback(before); }`,
      this.user(alias),
    );
    return exception === null ? debug : [...debug, exception.headline];
  }
}
