/** `lightning/pageReferenceUtils`: field values in an address. */
export function encodeDefaultFieldValues(values: Readonly<Record<string, string>>): string {
  return new URLSearchParams(values).toString();
}
export function decodeDefaultFieldValues(encoded: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(encoded));
}
