/**
 * The events of a life in any order, some twice, in one batch or many: Salesforce always ends with what Stripe says, in every field.
 * `ORDERS_SHUFFLES=1000` plays more orders than every run of the tests does; `ORDERS_SEED` begins elsewhere.
 */
import { setImmediate as turn } from "node:timers/promises";
import { beforeAll, describe, expect, it, test } from "vitest";
import type { CompiledProject } from "../../../local/org/src/compile/compile-project.ts";
import type { AdmittedEvent } from "../../../worker/event.ts";
import { finalRecords, stripeSays, type FinalRecords } from "./final-records.ts";
import { everyMoney } from "./every-money.ts";
import { compiledProject, openInProcess } from "./in-process-org.ts";
import { inDebt } from "./in-debt.ts";
import { lived, type Life } from "./life.ts";
import { manyChanges } from "./many-changes.ts";
import { COMPARED } from "./said/said.ts";
import { disordered } from "./shuffle.ts";
import { storedFields, STORED_OBJECTS } from "./stored-rows.ts";
import { wholeLife } from "./whole-life.ts";

const SHUFFLES = given("ORDERS_SHUFFLES", 50);
const FIRST_SEED = given("ORDERS_SEED", 1);
const SECONDS_A_SHUFFLE = 15;

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

test.each(STORED_OBJECTS)("every stored field of %s is compared with Stripe", (object) => {
  const compared = COMPARED.find((each) => each.object === object)?.fields ?? [];
  expect(compared.toSorted()).toEqual(
    storedFields(object)
      .map(({ name }) => name)
      .sort(),
  );
});

describe.each([
  ["from its trial to its end", wholeLife],
  ["of many changes", manyChanges],
  ["of money that moves in every way", everyMoney],
  ["that ends in debt", inDebt],
] as const)("the events of a life %s", (_name, plot) => {
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
    expect(endOf([life.events])).toEqual(stripeSays(life));
  });

  it("one at a time end with it as well", () => {
    expect(endOf(life.events.map((event) => [event]))).toEqual(stripeSays(life));
  });

  it(
    `in ${SHUFFLES} shuffled orders end with it as well`,
    async () => {
      const expected = stripeSays(life);

      for (let seed = FIRST_SEED; seed < FIRST_SEED + SHUFFLES; seed += 1) {
        expect(endOf(disordered(life.events, seed)), `ORDERS_SEED=${seed}`).toEqual(expected);
        await turn();
      }
    },
    SHUFFLES * SECONDS_A_SHUFFLE * 1000,
  );
});
