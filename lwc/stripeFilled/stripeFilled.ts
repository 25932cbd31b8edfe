/** The text of a custom label with its places {0}, {1} … filled in. */
export function filled(text: string, ...values: readonly (string | number)[]): string {
  return text.replaceAll(/\{(\d)\}/g, (place, index) => String(values[Number(index)] ?? place));
}
