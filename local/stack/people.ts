/** The people who work in the local org. They do so in more than one country: what shows dates and money is seen in each. */
import type { LocalOrgUser } from "../org/src/serve/options.ts";

type Settings = Pick<LocalOrgUser, "firstName" | "lastName" | "locale" | "timeZone">;

export const PEOPLE = {
  sales: { firstName: "Sam", lastName: "Sales", locale: "en_US", timeZone: "America/New_York" },
  service: { firstName: "Sonja", lastName: "Service", locale: "de_DE", timeZone: "Europe/Berlin" },
  finance: { firstName: "Fumiko", lastName: "Finance", locale: "ja_JP", timeZone: "Asia/Tokyo" },
  admin: { firstName: "Alex", lastName: "Admin", locale: "en_GB", timeZone: "Europe/London" },
  colleague: {
    firstName: "Chris",
    lastName: "Colleague",
    locale: "en_US",
    timeZone: "America/Los_Angeles",
  },
} as const satisfies Readonly<Record<string, Required<Settings>>>;

export type PersonKey = keyof typeof PEOPLE;
export const PERSON_KEYS = Object.keys(PEOPLE) as PersonKey[];
