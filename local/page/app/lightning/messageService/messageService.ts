/** `lightning/messageService`: messages from component to component. Source: LWC Developer Guide, "Communicate Across the DOM". */
type Listener = (message: unknown) => void;

interface Subscription {
  readonly context: object;
  readonly channel: string;
  readonly listener: Listener;
}

const subscriptions = new Set<Subscription>();

/** On the platform a message comes without it only to what is shown; here nothing else is there. */
export const APPLICATION_SCOPE = { scope: "APPLICATION" };

/** The wire of a component's own context: with the component its subscriptions end. */
export class MessageContext {
  readonly #context = createMessageContext();
  readonly #callback: (context: object) => void;

  constructor(callback: (context: object) => void) {
    this.#callback = callback;
    callback(this.#context);
  }
  connect(): void {
    this.#callback(this.#context);
  }
  update(): void {
    this.#callback(this.#context);
  }
  disconnect(): void {
    releaseMessageContext(this.#context);
  }
}

export function createMessageContext(): object {
  return {};
}

export function releaseMessageContext(context: object): void {
  for (const subscription of [...subscriptions])
    if (subscription.context === context) unsubscribe(subscription);
}

export function publish(_context: object, channel: string, message?: unknown): void {
  for (const subscription of [...subscriptions])
    if (subscription.channel === channel) subscription.listener(message);
}

export function subscribe(context: object, channel: string, listener: Listener): Subscription {
  const subscription = { context, channel, listener };
  subscriptions.add(subscription);
  return subscription;
}

export function unsubscribe(subscription: Subscription): void {
  subscriptions.delete(subscription);
}
