/** System.Site and System.Network where no site and no Experience Cloud network runs, which is always here. Source: Apex Reference, "Site Class". */
import { transaction } from "../../runtime/transaction.js";
import { platformType } from "../../runtime/behaviour.js";
function answering(value, names) {
    return Object.fromEntries(names.map((name) => [name, () => value]));
}
export const siteBehaviour = platformType({
    type: "System.Site",
    statics: {
        ...answering(null, [
            "getAdminEmail",
            "getAdminId",
            "getAnalyticsTrackingCode",
            "getBaseCustomUrl",
            "getBaseInsecureUrl",
            "getBaseRequestUrl",
            "getBaseSecureUrl",
            "getBaseUrl",
            "getCurrentSiteUrl",
            "getCustomWebAddress",
            "getDomain",
            "getErrorDescription",
            "getErrorMessage",
            "getExperienceId",
            "getMasterLabel",
            "getName",
            "getOriginalUrl",
            "getPasswordPolicyStatement",
            "getPathPrefix",
            "getPrefix",
            "getSiteId",
            "getSiteType",
            "getSiteTypeLabel",
            "getTemplate",
        ]),
        ...answering(false, ["isLoginEnabled", "isPasswordExpired", "isRegistrationEnabled"]),
        isValidUsername: (username) => username !== null && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(username),
    },
});
export const networkBehaviour = platformType({
    type: "System.Network",
    statics: {
        ...answering(null, ["communitiesLanding", "getLoginUrl", "getNetworkId", "getSelfRegUrl"]),
        getLogoutUrl: () => `${transaction().host.organization.baseUrl}/secur/logout.jsp`,
    },
});
