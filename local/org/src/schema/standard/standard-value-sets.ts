/** The values a new org starts with, of the picklists that several objects share (Metadata API Developer Guide, "StandardValueSet"). */
export const ACCOUNT_SOURCES = [
  "Web",
  "Phone Inquiry",
  "Partner Referral",
  "Purchased List",
  "Other",
];

export const INDUSTRIES = [
  "Agriculture",
  "Apparel",
  "Banking",
  "Biotechnology",
  "Chemicals",
  "Communications",
  "Construction",
  "Consulting",
  "Education",
  "Electronics",
  "Energy",
  "Engineering",
  "Entertainment",
  "Environmental",
  "Finance",
  "Food & Beverage",
  "Government",
  "Healthcare",
  "Hospitality",
  "Insurance",
  "Machinery",
  "Manufacturing",
  "Media",
  "Not For Profit",
  "Recreation",
  "Retail",
  "Shipping",
  "Technology",
  "Telecommunications",
  "Transportation",
  "Utilities",
  "Other",
];

export const RATINGS = ["Hot", "Warm", "Cold"];

export const SALUTATIONS = ["Mr.", "Ms.", "Mrs.", "Dr.", "Prof.", "Mx."];

export const CLEAN_STATUSES = [
  "Matched=In Sync",
  "Different",
  "Acknowledged=Reviewed",
  "NotFound=Not Found",
  "Inactive",
  "Pending=Not Compared",
  "SelectMatch=Select Match",
  "Skipped",
];

export const GEOCODE_ACCURACIES = [
  "Address",
  "NearAddress=Near Address",
  "Block",
  "Street",
  "ExtendedZip=Extended Zip",
  "Zip",
  "Neighborhood",
  "City",
  "County",
  "State",
  "Unknown",
];

export const ACTIVITY_RECURRENCES = [
  "RecursDaily=Recurs Daily",
  "RecursEveryWeekday=Recurs Every Weekday",
  "RecursMonthly=Recurs Monthly",
  "RecursMonthlyNth=Recurs Monthly Nth",
  "RecursWeekly=Recurs Weekly",
  "RecursYearly=Recurs Yearly",
  "RecursYearlyNth=Recurs Yearly Nth",
];

/** A language's code in `LanguageLocaleKey`: the fully supported languages. */
export const LANGUAGES = [
  "en_US=English",
  "de=German",
  "es=Spanish",
  "fr=French",
  "it=Italian",
  "ja=Japanese",
  "sv=Swedish",
  "ko=Korean",
  "zh_TW=Chinese (Traditional)",
  "zh_CN=Chinese (Simplified)",
  "pt_BR=Portuguese (Brazil)",
  "nl_NL=Dutch",
  "da=Danish",
  "th=Thai",
  "fi=Finnish",
  "ru=Russian",
  "es_MX=Spanish (Mexico)",
  "no=Norwegian",
];

export const USER_TYPES = [
  "Standard",
  "PowerPartner=Partner",
  "PowerCustomerSuccess=Customer Portal Manager",
  "CustomerSuccess=Customer Portal User",
  "Guest",
  "CspLitePortal=High Volume Portal",
  "CsnOnly=CSN Only",
  "SelfService=Self Service",
];

export const RECORD_ACCESS = ["None=Private", "Read=Read Only", "Edit=Read/Write"];
