/** System.DomainCreator: host names under the org's My Domain. Source: Apex Reference, "DomainCreator Class". */
import { transaction } from "../../runtime/transaction.js";
import { platformType } from "../../runtime/behaviour.js";
import { required } from "../required.js";
/** `acme` of `acme.my.salesforce.com`; elsewhere the first part of the host. */
function myDomain() {
    const { hostname } = new URL(transaction().host.organization.baseUrl);
    return hostname.split(".")[0] ?? hostname;
}
function host(suffix) {
    return () => `${myDomain()}${suffix}`;
}
export const domainCreatorBehaviour = platformType({
    type: "System.DomainCreator",
    statics: {
        getContentHostname: host(".file.force.com"),
        getExperienceCloudSitesBuilderHostname: host(".builder.salesforce-experience.com"),
        getExperienceCloudSitesHostname: host(".my.site.com"),
        getExperienceCloudSitesLivePreviewHostname: host(".live-preview.salesforce-experience.com"),
        getExperienceCloudSitesPreviewHostname: host(".preview.salesforce-experience.com"),
        getLightningContainerComponentHostname: (packageName) => `${myDomain()}--${packageName ?? "c"}.container.force.com`,
        getLightningHostname: host(".lightning.force.com"),
        getOrgMyDomainHostname: () => new URL(transaction().host.organization.baseUrl).hostname,
        getSalesforceSitesHostname: host(".my.salesforce-sites.com"),
        getSetupHostname: host(".my.salesforce-setup.com"),
        getVisualforceHostname: (packageName) => `${myDomain()}--${packageName === null || packageName === "" ? "c" : required(packageName)}.vf.force.com`,
    },
});
