/**
 * What the variables of running Apex hold: JavaScript does not tell a program its own stack, but the debugger of its thread does. It is
 * asked from within: a session of this thread pauses at a statement of its own, reads the frames, and goes on.
 */
import { type Debugger, Session, url } from "node:inspector";

/** The name of the function a transaction runs in: frames below it are not the transaction's. */
const TRANSACTION_FRAME = "inTransaction";

type Receive = (value: unknown) => void;

/** Where the functions that the debugger calls find who asks. */
const RECEIVER = Symbol.for("local-org.stackValues");
const HAND_OVER_THIS = `function () { globalThis[Symbol.for("local-org.stackValues")](this); }`;
/** A variable whose declaration has not been reached cannot be read. */
const HAND_OVER_VARIABLES = `function () {
  const receive = globalThis[Symbol.for("local-org.stackValues")];
  for (const name of Object.keys(this)) {
    let value;
    try { value = this[name]; } catch { continue; }
    receive(value);
  }
}`;

let session: Session | null = null;

/** Somebody debugs this process: a pause would be theirs. */
export function isBeingDebugged(): boolean {
  return url() !== undefined;
}

/** Calls `receive` with the value of each variable and each `this` of the Apex that runs in this transaction. */
export function eachStackValue(receive: Receive): void {
  session ??= connected();
  Reflect.set(globalThis, RECEIVER, receive);
  try {
    pause();
  } finally {
    Reflect.deleteProperty(globalThis, RECEIVER);
  }
}

function pause(): void {
  // The session of this thread answers it.
  // eslint-disable-next-line no-debugger
  debugger;
}

function connected(): Session {
  const opened = new Session();
  opened.connect();
  opened.on("Debugger.paused", ({ params }) => {
    for (const frame of params.callFrames) {
      if (frame.functionName === TRANSACTION_FRAME) return;
      if (isApex(frame)) readFrame(opened, frame);
    }
  });
  // It stays enabled: enabling tells of every script there is.
  opened.post("Debugger.enable");
  return opened;
}

/** Compiled Apex is a script; everything else here is in modules. */
function isApex(frame: Debugger.CallFrame): boolean {
  return !frame.scopeChain.some(({ type }) => type === "module");
}

function readFrame(of: Session, frame: Debugger.CallFrame): void {
  const ask = (objectId: string | undefined, functionDeclaration: string): void => {
    if (objectId !== undefined)
      of.post("Runtime.callFunctionOn", { objectId, functionDeclaration });
  };
  // A static method's is its class.
  if (frame.this.type === "object") ask(frame.this.objectId, HAND_OVER_THIS);
  // The other scopes are those of the unit and of the world: constants.
  for (const { type, object } of frame.scopeChain)
    if (type === "local" || type === "block") ask(object.objectId, HAND_OVER_VARIABLES);
}
