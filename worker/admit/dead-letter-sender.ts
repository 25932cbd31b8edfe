import { sendDeadLetter } from "../aws/dead-letters.ts";
import { configurationOf } from "../configuration.ts";
import { log } from "../log.ts";
import type { DueRows } from "./due-rows.ts";
import type { Ledger } from "./ledger.ts";
import type { LedgerRow } from "./ledger-row.ts";

const DEAD_LETTERS_DOWN_MS = 30_000;
const ROWS_A_STEP = 100;

/** Hands what Salesforce refused for good to the dead letter queue; what cannot be sent stays in the ledger and is tried again. */
export class DeadLetterSender {
  readonly #ledger: Ledger;
  readonly #rows: DueRows;
  readonly #env: () => Env;
  readonly #armBy: (dueMs: number) => void;
  #sending = false;

  constructor(parts: {
    readonly ledger: Ledger;
    readonly rows: DueRows;
    readonly env: () => Env;
    readonly armBy: (dueMs: number) => void;
  }) {
    this.#ledger = parts.ledger;
    this.#rows = parts.rows;
    this.#env = parts.env;
    this.#armBy = parts.armBy;
  }

  async sendDue(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    try {
      for (;;) {
        const [row] = this.#rows.refused(Date.now(), 1);
        if (row === undefined || !(await this.#send(row))) return;
      }
    } finally {
      this.#sending = false;
    }
  }

  async #send({ event, history }: LedgerRow): Promise<boolean> {
    const reason = history.at(-1) ?? { at: Date.now(), code: "UNKNOWN", message: "" };
    const { aws } = configurationOf(this.#env());
    const sent = await sendDeadLetter(aws, { version: 1, event, reason, history });
    const facts = {
      correlationId: event.correlationId,
      eventId: event.id,
      type: event.type,
      lane: event.lane,
      reason: reason.code,
    };
    if (sent.ok) {
      this.#ledger.markDead(event.id, reason.at, Date.now());
      log("ledger.dead_letter", facts);
      return true;
    }
    log("ledger.dead_letters_unavailable", { ...facts, detail: sent.error });
    const retryMs = Date.now() + DEAD_LETTERS_DOWN_MS;
    const waiting = this.#rows.refused(Date.now(), ROWS_A_STEP);
    this.#rows.sendRefusedLater(
      waiting.map((each) => each.event.id),
      retryMs,
    );
    this.#armBy(retryMs);
    return false;
  }
}
