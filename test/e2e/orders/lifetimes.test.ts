/**
 * The events of a life in any order, some twice, in one batch or many: Salesforce always ends with what Stripe says, in every field.
 * `ORDERS_SHUFFLES=1000` plays more orders than every run of the tests does; `ORDERS_SEED` begins elsewhere.
 */
import { setImmediate as turn } from "node:timers/promises";
import { beforeAll, describe, expect, it } from "vitest";
import type { CompiledProject } from "../../../local/org/src/compile/compile-project.ts";
import type { AdmittedEvent } from "../../../worker/event.ts";
import { finalRecords, stripeSays, type FinalRecords } from "./final-records.ts";
import { everyMoney } from "./every-money.ts";
import { compiledProject, openInProcess } from "./in-process-org.ts";
import { lived, type Life } from "./life.ts";
import { manyChanges } from "./many-changes.ts";
import { saidOfMoney } from "./said-of-money.ts";
import { saidOfChanges } from "./said-of-changes.ts";
import { disordered } from "./shuffle.ts";
import { wholeLife } from "./whole-life.ts";

const SHUFFLES = given("ORDERS_SHUFFLES", 50);
const FIRST_SEED = given("ORDERS_SEED", 1);
const SECONDS_A_SHUFFLE = 4;

let project: CompiledProject;

beforeAll(() => {
  project = compiledProject();
});

/** A number that is none would play no order at all. */
function given(variable: string, otherwise: number): number {
  const number = Number(process.env[variable] ?? otherwise);
  if (!Number.isInteger(number) || number < 1)
    throw new Error(`${variable} takes a whole number from 1.`);
  return number;
}

describe.each([
  ["from its trial to its end", wholeLife, stripeSays],
  ["of many changes", manyChanges, saidOfChanges],
  ["of money that moves in every way", everyMoney, saidOfMoney],
] as const)("the events of a life %s", (_name, plot, says) => {
  let life: Life;

  beforeAll(async () => {
    life = await lived(plot);
  });

  function endOf(batches: readonly (readonly AdmittedEvent[])[]): FinalRecords {
    const org = openInProcess(project, life.objects);
    for (const batch of batches) org.publish(batch);
    return finalRecords(org);
  }

  it("in Stripe's order end with what Stripe says", () => {
    expect(endOf([life.events])).toMatchObject(says(life));
  });

  it("one at a time end like all at once", () => {
    expect(endOf(life.events.map((event) => [event]))).toEqual(endOf([life.events]));
  });

  it(
    `in ${SHUFFLES} shuffled orders end the same`,
    async () => {
      const expected = endOf([life.events]);

      for (let seed = FIRST_SEED; seed < FIRST_SEED + SHUFFLES; seed += 1) {
        expect(endOf(disordered(life.events, seed)), `ORDERS_SEED=${seed}`).toEqual(expected);
        await turn();
      }
    },
    SHUFFLES * SECONDS_A_SHUFFLE * 1000,
  );
});
