/** Objects whose records can be merged. Source: Apex Developer Guide, Merging Records; Apex Reference, Database.merge. */
export const MERGEABLE: ReadonlySet<string> = new Set([
  "Lead",
  "Contact",
  "Case",
  "Account",
  "Individual",
]);
