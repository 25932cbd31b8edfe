/**
 * Whether a request names this machine by a name that leads nowhere else. A web page can have its own name resolve to 127.0.0.1 (DNS rebinding)
 * and then read what is answered: such a request names the page's host.
 * @param host the header Host, such as `127.0.0.1:8787`
 */
export function namesThisMachine(host: string): boolean {
  return /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(host);
}
