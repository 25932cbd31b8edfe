import { beforeAll, expect, test } from "vitest";
import type { OrgFixture } from "../../org/org-fixture.ts";
import { asClerk, describeOrg, said } from "../../testing/describe-org.ts";

let org: OrgFixture;

beforeAll(() => {
  org = describeOrg();
});

test("the user is who System.runAs says, and the administrator afterwards", () => {
  const about =
    "System.debug(UserInfo.getName() + ' ' + UserInfo.getUserName() + ' ' + UserInfo.getUserEmail() + ' ' + UserInfo.getTimeZone() + ' ' + UserInfo.getLocale() + ' ' + UserInfo.getLanguage());";
  const { debug, exception } = org.test(
    `${asClerk(`${about} System.debug(UserInfo.getUserId() == clerk.Id && UserInfo.getProfileId() == clerk.ProfileId);`)} System.debug(UserInfo.getUserId() == clerk.Id);`,
  );
  expect(exception).toBeNull();
  expect(debug).toEqual([
    "Clerk clerk@example.com.local clerk@example.com Europe/Berlin de_DE de",
    "true",
    "false",
  ]);
});

test("the organization's id is that of its record", () => {
  expect(said(org, "UserInfo.getOrganizationId() == [SELECT Id FROM Organization].Id")).toBe(
    "true",
  );
});

test("no managed package is installed, so nobody has a licence for one", () => {
  expect(said(org, "UserInfo.isCurrentUserLicensed('acme')")).toBe("false");
  expect(said(org, "UserInfo.hasPackageLicense('050000000000001AAA')")).toBe("false");
});

test("a custom permission is held through a permission set", () => {
  const { debug } = org.test(
    asClerk(
      "System.debug(FeatureManagement.checkPermission('Approve')); System.debug(FeatureManagement.checkPermission('Unknown'));",
    ),
  );
  expect(debug).toEqual(["true", "false"]);
  expect(said(org, "FeatureManagement.checkPermission('Approve')")).toBe("false");
});
