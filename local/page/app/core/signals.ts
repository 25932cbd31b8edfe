/** What components tell the page: that something was done, that records changed, that a message is to be written. */
export interface Toast {
  readonly title: string;
  readonly message: string;
  readonly variant: string;
}

export interface Draft {
  readonly recordId: string;
  readonly to: string;
  readonly subject: string;
  readonly body: string;
}

interface Signals {
  readonly toast: Toast;
  readonly compose: Draft;
  /** Ids of records that changed; none: anything on the page. */
  readonly changed: readonly string[];
}

const target = new EventTarget();

export function signal<Name extends keyof Signals>(name: Name, detail: Signals[Name]): void {
  target.dispatchEvent(new CustomEvent(name, { detail }));
}

/** @returns ends it */
export function onSignal<Name extends keyof Signals>(
  name: Name,
  listener: (detail: Signals[Name]) => void,
): () => void {
  const heard = (event: Event): void =>
    // Only `signal` above sends to this target.
    listener((event as CustomEvent<Signals[Name]>).detail);
  target.addEventListener(name, heard);
  return () => target.removeEventListener(name, heard);
}
