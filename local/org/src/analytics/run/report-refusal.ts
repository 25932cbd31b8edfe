/** A report that is not run, in words for who asked. */
export class ReportRefusal extends Error {
  override readonly name = "ReportRefusal";
  /** `forbidden`: the user lacks a right; `invalid`: what was asked cannot be. */
  readonly reason: "forbidden" | "invalid";

  constructor(reason: "forbidden" | "invalid", message: string) {
    super(message);
    this.reason = reason;
  }
}
