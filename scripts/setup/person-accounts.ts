import { SetupError, type Org } from "./org.ts";

/** Contact triggers do not run for Person Accounts: they are said not to be supported, not found out to be. */
export async function sayPersonAccounts(org: Org, print: (line: string) => void): Promise<void> {
  try {
    await org.query("SELECT Id FROM Account WHERE IsPersonAccount = true LIMIT 1");
  } catch (error) {
    // An org without them does not know the field.
    if (error instanceof SetupError) return;
    throw error;
  }
  if (!org.dryRun)
    print(
      "   This org has Person Accounts. They are not supported: only contacts and accounts of companies become Stripe customers.",
    );
}
