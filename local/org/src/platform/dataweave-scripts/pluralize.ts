/** English plurals, as `dw::core::Strings::pluralize` makes them: what is irregular by a list, the rest by its ending. */

const IRREGULAR: Readonly<Record<string, string>> = {
  child: "children",
  datum: "data",
  deer: "deer",
  die: "dice",
  fish: "fish",
  foot: "feet",
  goose: "geese",
  man: "men",
  mouse: "mice",
  ox: "oxen",
  person: "people",
  series: "series",
  sheep: "sheep",
  species: "species",
  tooth: "teeth",
  woman: "women",
};

export function pluralized(word: string): string {
  const irregular = IRREGULAR[word.toLowerCase()];
  if (irregular !== undefined) return irregular;
  if (/(?:[sxz]|[cs]h)$/u.test(word)) return `${word}es`;
  return /[^aeiou]y$/u.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
}
