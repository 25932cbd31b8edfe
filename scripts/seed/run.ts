/** Makes the sample customers that are missing, some at a time, and tells how each went. */
import { z } from "zod";
import { offerPlans } from "../../local/stack/catalog.ts";
import { Acting, clockName, DEPARTMENT } from "./acting.ts";
import type { Place } from "./place.ts";
import { SAMPLE_CUSTOMERS, type SampleCustomer } from "./sample-customers.ts";

/** Stripe allows a sandbox 25 requests a second. */
const AT_ONCE = 4;

const contacts = z.array(
  z.object({
    Id: z.string(),
    AccountId: z.string().nullable(),
    FirstName: z.string(),
    LastName: z.string(),
    Title: z.string().nullable(),
  }),
);
type Contact = z.infer<typeof contacts>[number];

/** @returns the exit code */
export async function run(
  place: Place,
  timeoutMs: number,
  print: (line: string) => void,
): Promise<number> {
  print("Plans for sale: products and prices in Stripe");
  await offerPlans(place.connection, place.stripe);
  const known = await sampleContacts(place);
  const counts = { made: 0, kept: 0, failed: 0 };
  const waiting = [...SAMPLE_CUSTOMERS.entries()];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [index, sample] = next;
      const name = `${sample.firstName} ${sample.lastName}`;
      const contact = known.find(({ FirstName, LastName }) => `${FirstName} ${LastName}` === name);
      const tell = (mark: string, words: string): void =>
        print(
          `${mark} ${String(index + 1).padStart(2)}/${SAMPLE_CUSTOMERS.length}  ${name.padEnd(18)} ${words}`,
        );
      try {
        if (contact?.Title === sample.state) {
          counts.kept += 1;
          tell("=", `${sample.state} (is there already)`);
          continue;
        }
        if (contact !== undefined) await remove(place, sample, contact);
        await make(place, sample, timeoutMs);
        counts.made += 1;
        tell("✓", sample.state);
      } catch (error) {
        counts.failed += 1;
        tell("✗", error instanceof Error ? error.message : String(error));
      }
    }
  };
  await whileGivingUpLeavesUnpaid(place, () =>
    Promise.all(Array.from({ length: AT_ONCE }, work)).then(() => undefined),
  );
  print(`\n${counts.made} made, ${counts.kept} there already, ${counts.failed} failed.`);
  return counts.failed === 0 ? 0 : 1;
}

async function make(place: Place, sample: SampleCustomer, timeoutMs: number): Promise<void> {
  const acting = await Acting.enter(place, sample, timeoutMs);
  await sample.story(acting);
  await acting.ends(sample.ends);
  await acting.isFinished(sample.state);
}

async function sampleContacts({ connection }: Place): Promise<readonly Contact[]> {
  const { records } = await connection.query(
    `SELECT Id, AccountId, FirstName, LastName, Title FROM Contact WHERE Department = '${DEPARTMENT}'`,
  );
  return contacts.parse(records);
}

/** What an interrupted run left of a customer: begun anew, for nobody knows how far it came. */
async function remove(place: Place, sample: SampleCustomer, contact: Contact): Promise<void> {
  const { connection, stripe } = place;
  for await (const clock of stripe.testHelpers.testClocks.list({ limit: 100 })) {
    if (clock.name === clockName(sample)) await stripe.testHelpers.testClocks.del(clock.id);
  }
  await connection.sobject("Stripe_Customer__c").find({ Contact__c: contact.Id }).destroy();
  await connection.sobject("Contact").destroy(contact.Id);
  if (contact.AccountId !== null) await connection.sobject("Account").destroy(contact.AccountId);
}

/** Local Stripe cancels what cannot be collected unless it is told otherwise. */
async function whileGivingUpLeavesUnpaid(
  { stripe, isLocal }: Place,
  work: () => Promise<void>,
): Promise<void> {
  if (!isLocal) return work();
  const settings = "/v1/test_helpers/retry_settings";
  const held = z
    .object({ when_exhausted: z.string() })
    .parse(await stripe.rawRequest("GET", settings));
  await stripe.rawRequest("POST", settings, { when_exhausted: "unpaid" });
  try {
    await work();
  } finally {
    await stripe.rawRequest("POST", settings, { when_exhausted: held.when_exhausted });
  }
}
