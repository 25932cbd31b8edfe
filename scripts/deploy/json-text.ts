/** The JSON in a text, or undefined when it is none; what it is then still has to be parsed. */
export function jsonText(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
