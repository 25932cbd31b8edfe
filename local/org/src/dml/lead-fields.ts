/**
 * Which field of a lead goes where when it is converted.
 * Source: Salesforce Help, "Lead Conversion Field Mapping": the standard fields.
 */
const ADDRESS = ["Street", "City", "State", "PostalCode", "Country", "Latitude", "Longitude"];

function addressTo(prefix: string): Readonly<Record<string, string>> {
  return Object.fromEntries(ADDRESS.map((part) => [`${prefix}${part}`, part]));
}

/** Field of the target → field of the lead. */
export const LEAD_TO_ACCOUNT: Readonly<Record<string, string>> = {
  Name: "Company",
  Phone: "Phone",
  Fax: "Fax",
  Website: "Website",
  Industry: "Industry",
  Rating: "Rating",
  AnnualRevenue: "AnnualRevenue",
  NumberOfEmployees: "NumberOfEmployees",
  AccountSource: "LeadSource",
  ...addressTo("Billing"),
};

export const LEAD_TO_CONTACT: Readonly<Record<string, string>> = {
  Salutation: "Salutation",
  FirstName: "FirstName",
  LastName: "LastName",
  Title: "Title",
  Email: "Email",
  Phone: "Phone",
  MobilePhone: "MobilePhone",
  Fax: "Fax",
  LeadSource: "LeadSource",
  Description: "Description",
  DoNotCall: "DoNotCall",
  HasOptedOutOfEmail: "HasOptedOutOfEmail",
  HasOptedOutOfFax: "HasOptedOutOfFax",
  ...addressTo("Mailing"),
};

export const LEAD_TO_OPPORTUNITY: Readonly<Record<string, string>> = {
  Name: "Company",
  LeadSource: "LeadSource",
};
