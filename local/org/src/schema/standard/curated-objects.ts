import { account } from "./curated/account.ts";
import { accountContactRelation } from "./curated/account-contact-relation.ts";
import { apexClass } from "./curated/apex-class.ts";
import { apexTrigger } from "./curated/apex-trigger.ts";
import { asset } from "./curated/asset.ts";
import { asyncApexJob } from "./curated/async-apex-job.ts";
import { attachment } from "./curated/attachment.ts";
import { campaign } from "./curated/campaign.ts";
import { campaignMember } from "./curated/campaign-member.ts";
import { caseObject } from "./curated/case.ts";
import { contact } from "./curated/contact.ts";
import { contentDocument } from "./curated/content-document.ts";
import { contentDocumentLink } from "./curated/content-document-link.ts";
import { contentVersion } from "./curated/content-version.ts";
import { contract } from "./curated/contract.ts";
import { cronJobDetail } from "./curated/cron-job-detail.ts";
import { cronTrigger } from "./curated/cron-trigger.ts";
import { customPermission } from "./curated/custom-permission.ts";
import { emailMessage } from "./curated/email-message.ts";
import { emailTemplate } from "./curated/email-template.ts";
import { entityDefinition } from "./curated/entity-definition.ts";
import { event } from "./curated/event.ts";
import { fieldDefinition } from "./curated/field-definition.ts";
import { fieldPermissions } from "./curated/field-permissions.ts";
import { group } from "./curated/group.ts";
import { groupMember } from "./curated/group-member.ts";
import { individual } from "./curated/individual.ts";
import { lead } from "./curated/lead.ts";
import { note } from "./curated/note.ts";
import { objectPermissions } from "./curated/object-permissions.ts";
import { opportunity } from "./curated/opportunity.ts";
import { opportunityContactRole } from "./curated/opportunity-contact-role.ts";
import { opportunityLineItem } from "./curated/opportunity-line-item.ts";
import { order } from "./curated/order.ts";
import { orderItem } from "./curated/order-item.ts";
import { orgWideEmailAddress } from "./curated/org-wide-email-address.ts";
import { organization } from "./curated/organization.ts";
import { permissionSet } from "./curated/permission-set.ts";
import { permissionSetAssignment } from "./curated/permission-set-assignment.ts";
import { pricebookEntry } from "./curated/pricebook-entry.ts";
import { pricebook2 } from "./curated/pricebook2.ts";
import { product2 } from "./curated/product2.ts";
import { profile } from "./curated/profile.ts";
import { queueSobject } from "./curated/queue-sobject.ts";
import { recordType } from "./curated/record-type.ts";
import { setupEntityAccess } from "./curated/setup-entity-access.ts";
import { staticResource } from "./curated/static-resource.ts";
import { task } from "./curated/task.ts";
import { topic } from "./curated/topic.ts";
import { user } from "./curated/user.ts";
import { userRecordAccess } from "./curated/user-record-access.ts";
import { userRole } from "./curated/user-role.ts";
import type { StandardFieldDetail, StandardObjectDetail } from "./curated-types.ts";
import { words } from "./field-label.ts";
import { inferField } from "./infer-field.ts";
import type { StandardField } from "./standard-objects-types.ts";
import { SYSTEM_FIELDS } from "./system-fields.ts";

const CURATED: ReadonlyMap<string, StandardObjectDetail> = new Map(
  [
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
  ].map((object) => [object.name.toLowerCase(), object]),
);

const FIELDS = new Map<string, ReadonlyMap<string, StandardFieldDetail>>();

/** The objects whose detail is curated. */
export function curatedObjects(): readonly StandardObjectDetail[] {
  return [...CURATED.values()];
}

/** Case-insensitive; undefined for the objects nobody curated. */
export function curatedObject(name: string): StandardObjectDetail | undefined {
  return CURATED.get(name.toLowerCase());
}

/**
 * A standard field's detail: curated, or inferred from its Apex type and name. A field that a curated object has only in some orgs names
 * the feature it takes.
 */
export function standardFieldDetail(object: string, field: StandardField): StandardFieldDetail {
  const curated = curatedFields(object);
  const found = curated?.get(field.name);
  if (found !== undefined) return found;
  const inferred = inferField(
    CURATED.get(object.toLowerCase())?.label ?? words(object),
    object,
    field,
  );
  const isEverywhere =
    curated === undefined || SYSTEM_FIELDS.has(field.name) || SWITCH.test(field.name);
  return isEverywhere || inferred.requires !== null
    ? inferred
    : { ...inferred, requires: "OptionalProductFeatures" };
}

/** Permissions and preferences, one field each, of users, profiles, permission sets and the organization. */
const SWITCH = /^(User)?(Permissions|Preferences)[A-Z]/;

function curatedFields(object: string): ReadonlyMap<string, StandardFieldDetail> | undefined {
  const key = object.toLowerCase();
  const known = FIELDS.get(key);
  if (known !== undefined) return known;
  const curated = CURATED.get(key);
  if (curated === undefined) return undefined;
  const fields = new Map(curated.fields.map((field) => [field.name, field]));
  FIELDS.set(key, fields);
  return fields;
}
