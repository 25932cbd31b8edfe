import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Account } from "../account.ts";
import type { Emitted } from "../new-operation.ts";
import { openAccount } from "../account.ts";
import { CURRENT_API_VERSION } from "../api-version/api-version.ts";
import type { Operation } from "../api/operation.ts";
import { newRequest } from "../events/event.ts";
import { openDatabase } from "../store/database.ts";

export interface TestAccount {
  readonly account: Account;
  /** Does something to the account, what happens afterwards included. */
  readonly perform: <T>(work: (operation: Operation) => T) => {
    result: T;
    events: readonly Emitted[];
  };
  readonly close: () => void;
}

/** An account without a server. */
export function openTestAccount(): TestAccount {
  const folder = mkdtempSync(join(tmpdir(), "local-stripe-"));
  const database = openDatabase(join(folder, "stripe.sqlite"));
  const account = openAccount(database, {
    apiVersion: CURRENT_API_VERSION,
    pagesAt: "http://stripe.test",
    log: (line) => {
      throw new Error(line);
    },
    wake: () => undefined,
  });
  return {
    account,
    perform: (work) => account.perform({ request: newRequest(), held: true }, work),
    close: () => {
      database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
