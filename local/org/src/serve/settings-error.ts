/** What the org was started with, beside the project, does not fit the project. */
export class SettingsError extends Error {
  override readonly name = "SettingsError";
}
