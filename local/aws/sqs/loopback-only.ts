import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { Socket } from "node:net";

const NEW_CONNECTION = "net.server.socket";

/**
 * Drops connections to a port that come from another machine. The emulator always listens on every interface and
 * checks no signature, so without this anyone on the network could read the queues.
 */
export function refuseStrangers(port: number): { stop(): void } {
  const onConnection = (message: unknown): void => {
    // Node documents the message of this channel as { socket: net.Socket }.
    const { socket } = message as { socket: Socket };
    if (socket.localPort === port && !isLoopback(socket.remoteAddress)) socket.destroy();
  };
  subscribe(NEW_CONNECTION, onConnection);
  return {
    stop: () => {
      unsubscribe(NEW_CONNECTION, onConnection);
    },
  };
}

export function isLoopback(address: string | undefined): boolean {
  return address !== undefined && /^(::ffff:)?127\.|^::1$/.test(address);
}
