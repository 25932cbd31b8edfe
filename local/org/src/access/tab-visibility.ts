import type { PermissionSetMetadata, TabVisibility } from "../schema/schema.ts";

/** Beginning with what matters least. */
const PERMISSIVENESS: readonly TabVisibility[] = ["Hidden", "DefaultOff", "DefaultOn"];

/**
 * How a user has a tab, `standard-Account` or the name of a custom one: of profile and permission sets the most permissive decides. A
 * custom tab that none of them names is hidden, from administrators too. Source: Salesforce Help, "Tab Settings".
 *
 * @param usual how the profile has standard tabs of which the project says nothing
 */
export function tabVisibility(
  tab: string,
  profile: PermissionSetMetadata | undefined,
  permissionSets: readonly PermissionSetMetadata[],
  usual: TabVisibility,
): TabVisibility {
  const settings = (set: PermissionSetMetadata): readonly TabVisibility[] =>
    set.tabs
      .filter((setting) => setting.tab.toLowerCase() === tab.toLowerCase())
      .map(({ visibility }) => visibility);
  const ofProfile = profile === undefined ? [] : settings(profile);
  const isStandard = tab.toLowerCase().startsWith("standard-");
  const given = [
    ...(ofProfile.length === 0 && isStandard ? [usual] : ofProfile),
    ...permissionSets.flatMap(settings),
  ];
  return PERMISSIVENESS.findLast((visibility) => given.includes(visibility)) ?? "Hidden";
}
