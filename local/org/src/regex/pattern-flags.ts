/** The flags of a Java pattern that change what its text means. */
export interface PatternFlags {
  readonly ignoreCase: boolean;
  readonly multiline: boolean;
  readonly dotAll: boolean;
  readonly comments: boolean;
  readonly unixLines: boolean;
  readonly unicodeClasses: boolean;
}

export const NO_FLAGS: PatternFlags = {
  ignoreCase: false,
  multiline: false,
  dotAll: false,
  comments: false,
  unixLines: false,
  unicodeClasses: false,
};

const LETTERS: Readonly<Record<string, keyof PatternFlags>> = {
  i: "ignoreCase",
  m: "multiline",
  s: "dotAll",
  x: "comments",
  d: "unixLines",
  U: "unicodeClasses",
};

/** With `letters` switched on or off; null for a letter that is no flag. JavaScript folds case by Unicode always, so `u` changes nothing. */
export function withFlags(
  flags: PatternFlags,
  letters: string,
  isOn: boolean,
): PatternFlags | null {
  let result = flags;
  for (const letter of letters) {
    if (letter === "u") continue;
    const name = LETTERS[letter];
    if (name === undefined) return null;
    result = { ...result, [name]: isOn };
  }
  return result;
}
