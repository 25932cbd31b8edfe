import { address } from "../compound-fields.ts";
import { curate } from "../curate.ts";
import { checkbox, datetime, email, integer, phone, picklist, text } from "../field-builders.ts";
import { LANGUAGES, RECORD_ACCESS } from "../standard-value-sets.ts";

const SHARING = { length: 40, readOnly: true, restricted: true } as const;

export const organization = curate({
  name: "Organization",
  labelPlural: "Organizations",
  keyPrefix: "00D",
  allows: ["update"],
  fields: {
    Name: text(80, { required: true }),
    Division: text(80),
    ...address(""),
    Phone: phone(),
    Fax: phone(),
    PrimaryContact: text(80),
    DefaultLocaleSidKey: picklist([], { label: "Locale", filled: true, length: 40 }),
    TimeZoneSidKey: picklist([], { label: "Time Zone", filled: true, length: 40 }),
    LanguageLocaleKey: picklist(LANGUAGES, {
      label: "Language",
      filled: true,
      length: 40,
      restricted: true,
    }),
    ReceivesInfoEmails: checkbox({ label: "Info Emails" }),
    ReceivesAdminInfoEmails: checkbox({ label: "Info Emails Admin" }),
    FiscalYearStartMonth: integer(9, { label: "Fiscal Year Starts In", readOnly: true }),
    UsesStartDateAsFiscalYearName: checkbox({ label: "Fiscal Year Name by Start", readOnly: true }),
    DefaultAccountAccess: picklist(
      [...RECORD_ACCESS, "ControlledByLeadOrContact", "ControlledByCampaign"],
      SHARING,
    ),
    DefaultContactAccess: picklist(
      [...RECORD_ACCESS, "ControlledByParent=Controlled By Parent"],
      SHARING,
    ),
    DefaultOpportunityAccess: picklist(
      [...RECORD_ACCESS, "ControlledByLeadOrContact", "ControlledByCampaign"],
      SHARING,
    ),
    DefaultLeadAccess: picklist(
      [...RECORD_ACCESS, "ReadEditTransfer=Read/Write/Transfer"],
      SHARING,
    ),
    DefaultCaseAccess: picklist(
      [...RECORD_ACCESS, "ReadEditTransfer=Read/Write/Transfer"],
      SHARING,
    ),
    DefaultCalendarAccess: picklist(
      [
        "HideDetails=Hide Details",
        "HideDetailsInsert=Hide Details and Add Events",
        "ShowDetails=Show Details",
        "ShowDetailsInsert=Show Details and Add Events",
        "AllowEdits=Full Access",
      ],
      { ...SHARING, default: "HideDetailsInsert" },
    ),
    DefaultPricebookAccess: picklist(["None=No Access", "Read=View Only", "ReadSelect=Use"], {
      ...SHARING,
      label: "Default Price Book Access",
    }),
    DefaultCampaignAccess: picklist([...RECORD_ACCESS, "All=Owner"], SHARING),
    NumKnowledgeService: integer(9, { label: "Knowledge Licenses", readOnly: true }),
    ComplianceBccEmail: email(80, { label: "Compliance BCC Email", readOnly: true }),
    UiSkin: picklist(
      [
        "Theme1=salesforce.com Classic",
        "Theme2=Salesforce",
        "PortalDefault=Portal Default",
        "Webstore",
        "Theme3=Aloha",
      ],
      { label: "UI Skin", default: "Theme3", length: 40, restricted: true },
    ),
    SignupCountryIsoCode: text(2, { label: "Signup Country", readOnly: true }),
    TrialExpirationDate: datetime({ readOnly: true }),
    OrganizationType: picklist(
      [
        "Team Edition",
        "Professional Edition",
        "Enterprise Edition",
        "Developer Edition",
        "Personal Edition",
        "Unlimited Edition",
        "Contact Manager Edition",
        "Base Edition",
      ],
      { label: "Edition", length: 40, readOnly: true, restricted: true },
    ),
    InstanceName: text(5, { readOnly: true }),
    IsSandbox: checkbox({ readOnly: true }),
    WebToCaseDefaultOrigin: text(40, { label: "Web to Cases Default Origin" }),
    MonthlyPageViewsUsed: integer(9, { readOnly: true }),
    MonthlyPageViewsEntitlement: integer(9, {
      label: "Monthly Page Views Allowed",
      readOnly: true,
    }),
    IsReadOnly: checkbox({ readOnly: true }),
  },
});
