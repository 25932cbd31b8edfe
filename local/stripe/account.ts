import type { DatabaseSync } from "node:sqlite";
import type { Operation } from "./api/operation.ts";
import type { DeliveryStore } from "./deliveries/delivery-store.ts";
import { openDeliveryStore } from "./deliveries/delivery-store.ts";
import { currentDisturbance, disturbed } from "./deliveries/disturbance.ts";
import { AUTOMATIC } from "./events/event.ts";
import type { EventStore } from "./events/event-store.ts";
import { openEventStore } from "./events/event-store.ts";
import type { Faults } from "./faults/faults.ts";
import { openFaults } from "./faults/faults.ts";
import type { Mode } from "./mode.ts";
import type { Cause, Emitted, Work } from "./new-operation.ts";
import { newOperation } from "./new-operation.ts";
import { inTransaction } from "./store/database.ts";
import type { ObjectStore } from "./store/object-store.ts";
import { openObjectStore } from "./store/object-store.ts";
import type { Settings } from "./store/settings.ts";
import { openSettings } from "./store/settings.ts";

export interface Performed<T> {
  readonly result: T;
  readonly events: readonly Emitted[];
}

export interface Account {
  readonly database: DatabaseSync;
  readonly objects: ObjectStore;
  readonly events: EventStore;
  readonly deliveries: DeliveryStore;
  readonly settings: Settings;
  readonly faults: Faults;
  /** The version of events and answers where nobody asks for another. */
  readonly apiVersion: string;
  readonly mode: Mode;
  /** `acct_…` */
  readonly id: string;
  /** Runs an operation as one transaction and files the deliveries of its events. */
  perform<T>(cause: Cause, work: (operation: Operation) => T): Performed<T>;
  /** Runs what operations left for afterwards, until nothing is left. */
  drain(): void;
}

export interface AccountOptions {
  readonly apiVersion: string;
  /** Test when absent. */
  readonly mode?: Mode;
  /** `acct_…` */
  readonly id?: string;
  /** Whether it is a connected account, whose events name it: its platform gets them. */
  readonly isConnected?: boolean;
  /** Where the pages are that payers meet: `http://host:port`. */
  readonly pagesAt: string;
  readonly log: (line: string) => void;
  /** Called after an operation filed deliveries. */
  readonly wake: () => void;
}

/** The account local Stripe is, where nothing else is said. */
export const LOCAL_ACCOUNT = "acct_1LocalStripe";

/** An account of Stripe on a database. */
export function openAccount(database: DatabaseSync, options: AccountOptions): Account {
  const { mode = "test", id = LOCAL_ACCOUNT } = options;
  const objects = openObjectStore(database);
  const events = openEventStore(database);
  const deliveries = openDeliveryStore(database);
  const settings = openSettings(database);
  const faults = openFaults();
  const later: Work[] = [];
  let disturbedSoFar = 0;

  const file = (emitted: readonly Emitted[]): void => {
    const wishes = currentDisturbance(settings);
    const planned = emitted.flatMap((event) =>
      event.deliveries.map((delivery) => ({ ...delivery, type: event.type })),
    );
    deliveries.add(
      wishes === undefined ? planned : disturbed(planned, wishes, disturbedSoFar),
      Date.now(),
      false,
    );
    disturbedSoFar += planned.length;
  };

  const perform = <T>(cause: Cause, work: (operation: Operation) => T): Performed<T> => {
    const emitted: Emitted[] = [];
    const afterwards: Work[] = [];
    const operation = newOperation({
      objects,
      events,
      faults,
      cause,
      defaultVersion: options.apiVersion,
      mode,
      ...(options.isConnected === true ? { connectedAs: id } : {}),
      pagesAt: options.pagesAt,
      emitted,
      afterwards,
    });
    const result = inTransaction(database, () => {
      const answer = work(operation);
      if (cause.held === true) {
        const automatic = operation.automatically();
        for (let next = afterwards.shift(); next !== undefined; next = afterwards.shift()) {
          next(automatic);
        }
      } else {
        file(emitted);
      }
      return answer;
    });
    if (emitted.length > 0 && cause.held !== true) options.wake();
    if (afterwards.length > 0) {
      later.push(...afterwards);
      setImmediate(drain);
    }
    return { result, events: emitted };
  };

  const drain = (): void => {
    for (let work = later.shift(); work !== undefined; work = later.shift()) {
      try {
        perform({ request: AUTOMATIC }, work);
      } catch (error) {
        options.log(`What was to happen afterwards broke: ${describe(error)}`);
      }
    }
  };

  return {
    database,
    objects,
    events,
    deliveries,
    settings,
    faults,
    apiVersion: options.apiVersion,
    mode,
    id,
    perform,
    drain,
  };
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
