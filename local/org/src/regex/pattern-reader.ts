/** The text of a Java pattern and where its reading stands. */
import { PatternSyntaxError } from "./pattern-error.ts";

export class PatternReader {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  get isDone(): boolean {
    return this.at >= this.text.length;
  }

  /** The character here, or "" at the end. A surrogate pair is one. */
  get current(): string {
    const codePoint = this.text.codePointAt(this.at);
    return codePoint === undefined ? "" : String.fromCodePoint(codePoint);
  }

  take(): string {
    const character = this.current;
    this.at += character.length;
    return character;
  }

  startsWith(text: string): boolean {
    return this.text.startsWith(text, this.at);
  }

  /** Moves past the text where it stands here. */
  skip(text: string): boolean {
    if (!this.startsWith(text)) return false;
    this.at += text.length;
    return true;
  }

  /** What a sticky expression finds here, moved past. */
  match(expression: RegExp): RegExpExecArray | null {
    expression.lastIndex = this.at;
    const found = expression.exec(this.text);
    if (found !== null) this.at += found[0].length;
    return found;
  }

  /** White space and `# …` of the comments flag. */
  skipComments(): void {
    this.match(/(?:[ \t\n\v\f\r]|#[^\n\r]*)+/y);
  }

  fail(description: string, index: number = this.at): never {
    throw new PatternSyntaxError(description, index);
  }
}
