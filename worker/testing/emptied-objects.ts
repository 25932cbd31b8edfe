import { reset, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";

type Namespace = DurableObjectNamespace;

/** Every object somebody has asked for since they were emptied last, by its id. */
const addressed = new Map<string, { readonly namespace: Namespace; readonly name: string }>();

// All namespaces share it, those inside the objects too.
const shared = Object.getPrototypeOf(env.ADMISSION) as {
  getByName: (this: Namespace, ...asked: Parameters<Namespace["getByName"]>) => DurableObjectStub;
};
const { getByName } = shared;
shared.getByName = function (name, options) {
  const stub = getByName.call(this, name, options);
  addressed.set(stub.id.toString(), { namespace: this, name });
  return stub;
};

/**
 * Deletes all that objects have stored. `reset` alone passes over those that sleep: one that was aborted, evicted, or left alone for ten
 * seconds kept its rows, and whoever asked for it next had an event more than it had admitted.
 */
export async function emptyObjects(): Promise<void> {
  for (const { namespace, name } of addressed.values()) {
    await runInDurableObject(namespace.getByName(name), () => undefined);
  }
  addressed.clear();
  await reset();
}
