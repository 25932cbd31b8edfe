import { beforeAll, describe, expect, test } from "vitest";
import { apexOrg, type OrgFixture } from "../org/org-fixture.ts";
import { metadataXml } from "../schema/fixture/project.ts";
import { projectWith } from "../schema/fixture/schema.ts";
import { loadSchema } from "../schema/load-schema.ts";

function rights(flags: Readonly<Record<string, boolean>>): string {
  const given = Object.entries(flags).map(([name, value]) => `<${name}>${value}</${name}>`);
  return `<objectPermissions><object>Account</object>${given.join("")}</objectPermissions>`;
}

const ALL = { allowRead: true, allowCreate: true, allowEdit: true, allowDelete: true };
const field = (name: string, readable: boolean, editable: boolean): string =>
  `<fieldPermissions><field>${name}</field><readable>${readable}</readable><editable>${editable}</editable></fieldPermissions>`;

let org: OrgFixture;
beforeAll(() => {
  const { schema, notices } = loadSchema([
    projectWith({
      "permissionsets/Seller.permissionset-meta.xml": metadataXml(
        "PermissionSet",
        `<label>Seller</label>${rights(ALL)}${field("Account.Phone", true, true)}${field("Account.Site", true, true)}<customPermissions><enabled>true</enabled><name>Discount</name></customPermissions>`,
      ),
      "permissionsets/Caller.permissionset-meta.xml": metadataXml(
        "PermissionSet",
        `<label>Caller</label>${rights({ allowRead: true })}${field("Account.Fax", true, false)}`,
      ),
      "customPermissions/Discount.customPermission-meta.xml": metadataXml(
        "CustomPermission",
        "<label>Discount</label>",
      ),
      "mutingpermissionsets/No_Delete.mutingpermissionset-meta.xml": metadataXml(
        "MutingPermissionSet",
        `<label>No Delete</label>${rights({ allowDelete: true })}${field("Account.Phone", false, true)}${field("Account.Site", true, true)}<customPermissions><enabled>true</enabled><name>Discount</name></customPermissions>`,
      ),
      "permissionsetgroups/Trainee.permissionsetgroup-meta.xml": metadataXml(
        "PermissionSetGroup",
        "<label>Trainee</label><permissionSets>Seller</permissionSets><permissionSets>Caller</permissionSets><mutingPermissionSets>No_Delete</mutingPermissionSets>",
      ),
    }),
  ]);
  expect(notices).toEqual([]);
  org = apexOrg({ schema });
  org.org.ensureUser("trainee@example.com", "trainee", ["Trainee"]);
  org.org.ensureUser("both@example.com", "both", ["Trainee", "Seller"]);
});

/** `Schema.sObjectType.Account.` before it. */
function describes(user: string, expression: string): string {
  const { debug } = org.run(
    `System.debug(Schema.sObjectType.Account.${expression});`,
    org.org.userNamed(`${user}@example.com`),
  );
  return debug[0] ?? "";
}

describe("a group of permission sets", () => {
  test.each([
    ["gives what its sets give", "isUpdateable()", "true"],
    ["gives what each of its sets gives", "fields.Fax.isAccessible()", "true"],
    ["does not give what it mutes", "isDeletable()", "false"],
    ["mutes the right to edit a field and leaves reading", "fields.Phone.isAccessible()", "true"],
    ["mutes the right to edit a field", "fields.Phone.isUpdateable()", "false"],
    ["mutes a field altogether", "fields.Site.isAccessible()", "false"],
  ])("%s", (_rule, expression, expected) => {
    expect(describes("trainee", expression)).toBe(expected);
  });

  test("mutes custom permissions", () => {
    const said = org.run(
      "System.debug(FeatureManagement.checkPermission('Discount'));",
      org.org.userNamed("trainee@example.com"),
    );
    expect(said.debug).toEqual(["false"]);
  });

  test("mutes nothing that a set assigned beside it gives", () => {
    expect(describes("both", "isDeletable()")).toBe("true");
  });
});
