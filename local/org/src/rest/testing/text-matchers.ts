/** vitest's asymmetric matchers for texts, whose own type is `any`. */
import { expect } from "vitest";

export function textWith(part: string): unknown {
  return expect.stringContaining(part);
}

export function textLike(pattern: RegExp): unknown {
  return expect.stringMatching(pattern);
}

export function anyText(): unknown {
  return expect.any(String);
}
