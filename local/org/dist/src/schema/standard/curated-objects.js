import { account } from "./curated/account.js";
import { accountContactRelation } from "./curated/account-contact-relation.js";
import { apexClass } from "./curated/apex-class.js";
import { apexTrigger } from "./curated/apex-trigger.js";
import { asset } from "./curated/asset.js";
import { asyncApexJob } from "./curated/async-apex-job.js";
import { attachment } from "./curated/attachment.js";
import { campaign } from "./curated/campaign.js";
import { campaignMember } from "./curated/campaign-member.js";
import { caseObject } from "./curated/case.js";
import { contact } from "./curated/contact.js";
import { contentDocument } from "./curated/content-document.js";
import { contentDocumentLink } from "./curated/content-document-link.js";
import { contentVersion } from "./curated/content-version.js";
import { contract } from "./curated/contract.js";
import { cronJobDetail } from "./curated/cron-job-detail.js";
import { cronTrigger } from "./curated/cron-trigger.js";
import { customPermission } from "./curated/custom-permission.js";
import { emailMessage } from "./curated/email-message.js";
import { emailTemplate } from "./curated/email-template.js";
import { entityDefinition } from "./curated/entity-definition.js";
import { event } from "./curated/event.js";
import { fieldDefinition } from "./curated/field-definition.js";
import { fieldPermissions } from "./curated/field-permissions.js";
import { group } from "./curated/group.js";
import { groupMember } from "./curated/group-member.js";
import { individual } from "./curated/individual.js";
import { lead } from "./curated/lead.js";
import { note } from "./curated/note.js";
import { objectPermissions } from "./curated/object-permissions.js";
import { opportunity } from "./curated/opportunity.js";
import { opportunityContactRole } from "./curated/opportunity-contact-role.js";
import { opportunityLineItem } from "./curated/opportunity-line-item.js";
import { order } from "./curated/order.js";
import { orderItem } from "./curated/order-item.js";
import { orgWideEmailAddress } from "./curated/org-wide-email-address.js";
import { organization } from "./curated/organization.js";
import { permissionSet } from "./curated/permission-set.js";
import { permissionSetAssignment } from "./curated/permission-set-assignment.js";
import { pricebookEntry } from "./curated/pricebook-entry.js";
import { pricebook2 } from "./curated/pricebook2.js";
import { product2 } from "./curated/product2.js";
import { profile } from "./curated/profile.js";
import { queueSobject } from "./curated/queue-sobject.js";
import { recordType } from "./curated/record-type.js";
import { setupEntityAccess } from "./curated/setup-entity-access.js";
import { staticResource } from "./curated/static-resource.js";
import { task } from "./curated/task.js";
import { topic } from "./curated/topic.js";
import { user } from "./curated/user.js";
import { userRecordAccess } from "./curated/user-record-access.js";
import { userRole } from "./curated/user-role.js";
import { words } from "./field-label.js";
import { inferField } from "./infer-field.js";
import { SYSTEM_FIELDS } from "./system-fields.js";
const CURATED = new Map([
    account,
    accountContactRelation,
    apexClass,
    apexTrigger,
    asset,
    asyncApexJob,
    attachment,
    campaign,
    campaignMember,
    caseObject,
    contact,
    contentDocument,
    contentDocumentLink,
    contentVersion,
    contract,
    cronJobDetail,
    cronTrigger,
    customPermission,
    emailMessage,
    emailTemplate,
    entityDefinition,
    event,
    fieldDefinition,
    fieldPermissions,
    group,
    groupMember,
    individual,
    lead,
    note,
    objectPermissions,
    opportunity,
    opportunityContactRole,
    opportunityLineItem,
    order,
    orderItem,
    orgWideEmailAddress,
    organization,
    permissionSet,
    permissionSetAssignment,
    pricebookEntry,
    pricebook2,
    product2,
    profile,
    queueSobject,
    recordType,
    setupEntityAccess,
    staticResource,
    task,
    topic,
    user,
    userRecordAccess,
    userRole,
].map((object) => [object.name.toLowerCase(), object]));
const FIELDS = new Map();
/** The objects whose detail is curated. */
export function curatedObjects() {
    return [...CURATED.values()];
}
/** Case-insensitive; undefined for the objects nobody curated. */
export function curatedObject(name) {
    return CURATED.get(name.toLowerCase());
}
/**
 * A standard field's detail: curated, or inferred from its Apex type and name. A field that a curated object has only in some orgs names
 * the feature it takes.
 */
export function standardFieldDetail(object, field) {
    const curated = curatedFields(object);
    const found = curated?.get(field.name);
    if (found !== undefined)
        return found;
    const inferred = inferField(CURATED.get(object.toLowerCase())?.label ?? words(object), object, field);
    const isEverywhere = curated === undefined || SYSTEM_FIELDS.has(field.name) || SWITCH.test(field.name);
    return isEverywhere || inferred.requires !== null
        ? inferred
        : { ...inferred, requires: "OptionalProductFeatures" };
}
/** Permissions and preferences, one field each, of users, profiles, permission sets and the organization. */
const SWITCH = /^(User)?(Permissions|Preferences)[A-Z]/;
function curatedFields(object) {
    const key = object.toLowerCase();
    const known = FIELDS.get(key);
    if (known !== undefined)
        return known;
    const curated = CURATED.get(key);
    if (curated === undefined)
        return undefined;
    const fields = new Map(curated.fields.map((field) => [field.name, field]));
    FIELDS.set(key, fields);
    return fields;
}
