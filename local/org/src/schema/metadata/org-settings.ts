/**
 * What settings switch on in an org that deploys them. Source: Metadata API Developer Guide, "AddressSettings", "CurrencySettings".
 */
import type { Country } from "../schema.ts";
import type { OrgFeature } from "../standard/curated-types.ts";
import { readXml, type XmlElement } from "./xml.ts";
import { readFileSync } from "node:fs";
import type { ProjectMetadata } from "./project-metadata.ts";

const READERS: Readonly<Record<string, readonly [root: string, read: Reader]>> = {
  Address: ["AddressSettings", readAddresses],
  Currency: ["CurrencySettings", readCurrencies],
};

type Reader = (root: XmlElement, metadata: ProjectMetadata) => void;

/** Whether the settings of that name have an effect here. */
export function readOrgSettings(name: string, file: string, metadata: ProjectMetadata): boolean {
  const [root, read] = READERS[name] ?? [null, null];
  if (root === null) return false;
  const parsed = readXml(file, readFileSync(file, "utf8"), root);
  if ("error" in parsed) metadata.diagnostics.push(parsed.error);
  else read(parsed.element, metadata);
  return true;
}

function readAddresses(root: XmlElement, { features, countries }: ProjectMetadata): void {
  const listed = root.child("countriesAndStates")?.children("countries") ?? [];
  if (listed.length === 0) return;
  features.add("StateAndCountryPicklists" satisfies OrgFeature);
  for (const country of listed.filter(isActive))
    countries.push({
      ...placeOf(country),
      states: country.children("states").filter(isActive).map(placeOf),
    });
}

function readCurrencies(root: XmlElement, { features }: ProjectMetadata): void {
  if (root.flag("isMultiCurrencyEnabled")) features.add("MultiCurrency" satisfies OrgFeature);
}

function isActive(place: XmlElement): boolean {
  return place.flag("active");
}

function placeOf(place: XmlElement): Omit<Country, "states"> {
  const label = place.text("label") ?? "";
  return {
    code: place.text("isoCode") ?? "",
    label,
    text: place.text("integrationValue") ?? label,
  };
}
