/** System.UserInfo and System.FeatureManagement. Source: Apex Reference, "UserInfo Class", "FeatureManagement Class". */
import { isInTest, transaction } from "../../runtime/transaction.ts";
import { platformType } from "../../runtime/behaviour.ts";
import { required } from "../required.ts";

/** Licences are for managed packages, and none is installed. */
function isLicensed(packageOrNamespace: string | null): boolean {
  required(packageOrNamespace);
  return false;
}

/** Of a test, as the suite of dlrs reads it; what runs asynchronously has none. Source: Apex Reference, "UserInfo Class: getSessionId". */
function sessionId(): string | null {
  const { host, isAsynchronous } = transaction();
  return isInTest() && !isAsynchronous
    ? `${host.organization.id.slice(0, 15)}!ApexTestSession`
    : null;
}

export const userInfoBehaviour = platformType({
  type: "System.UserInfo",
  statics: {
    getUserId: () => transaction().user.id,
    getUserName: () => transaction().user.username,
    getName: () => transaction().user.name,
    getFirstName: () => transaction().user.firstName,
    getLastName: () => transaction().user.lastName,
    getUserEmail: () => transaction().user.email,
    getProfileId: () => transaction().user.profileId || null,
    getUserRoleId: () => transaction().user.roleId,
    getUserType: () => transaction().user.userType,
    getLocale: () => transaction().user.locale,
    getLanguage: () => transaction().user.language,
    getOrganizationId: () => transaction().host.organization.id,
    getOrganizationName: () => transaction().host.organization.name,
    getDefaultCurrency: () => "USD",
    getSessionId: sessionId,
    getUiTheme: () => "Theme4d",
    getUiThemeDisplayed: () => "Theme4d",
    getCurrentUvid: () => null,
    isMultiCurrencyOrganization: () =>
      transaction().host.schema.object("CurrencyType") !== undefined,
    isCurrentUserLicensed: isLicensed,
    isCurrentUserLicensedForPackage: isLicensed,
    hasPackageLicense: isLicensed,
  },
});

export const featureManagementBehaviour = platformType({
  type: "System.FeatureManagement",
  statics: {
    checkPermission: (name: string | null) => {
      const { host, user } = transaction();
      return host.data.rights(user.id).hasCustomPermission(required(name));
    },
  },
});
