/**
 * By which fields a record of metadata is found again, with their values: its name, and what tells two of one name apart. Two objects may
 * have record types of one name, a queue and a role too.
 */
export function metadataKey(
  object: string,
  values: Readonly<Record<string, unknown>>,
): readonly (readonly [field: string, value: unknown])[] {
  const name = ["DeveloperName", "Name"].find((field) => field in values);
  if (name === undefined) return [];
  const second = ["SobjectType", ...(object === "Group" ? ["Type"] : [])].find(
    (field) => field in values,
  );
  return [name, ...(second === undefined ? [] : [second])].map((field) => [field, values[field]]);
}
