/** `lightning/refresh`: standard components and those that ask for it look at their data again. */
import { onSignal, signal } from "../../core/signals";

export const REFRESH = "lightning__refresh";

export class RefreshEvent extends CustomEvent<undefined> {
  constructor() {
    super(REFRESH, { bubbles: true, composed: true });
    signal("changed", []);
  }
}

const handlers = new Map<object, () => void>();

export function registerRefreshHandler(context: object, handler: () => unknown): object {
  handlers.set(
    context,
    onSignal("changed", () => void handler()),
  );
  return context;
}

export function unregisterRefreshHandler(context: object): void {
  handlers.get(context)?.();
  handlers.delete(context);
}
