import locale from "@salesforce/i18n/locale";

const numbers = new Intl.NumberFormat(locale);

/** The text of a custom label with its places {0}, {1} … filled in; a number as the user writes numbers. */
export function filled(text: string, ...values: readonly (string | number)[]): string {
  return text.replaceAll(/\{(\d)\}/g, (place, index) => {
    const value = values[Number(index)] ?? place;
    return typeof value === "number" ? numbers.format(value) : value;
  });
}
