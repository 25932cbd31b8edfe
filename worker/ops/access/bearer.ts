const encoder = new TextEncoder();

/** Whether the request carries this bearer token; takes the same time wherever the two differ. */
export async function bears(request: Request, token: string): Promise<boolean> {
  const [, given] = /^Bearer (\S+)$/i.exec(request.headers.get("authorization") ?? "") ?? [];
  if (given === undefined) return false;
  const [a, b] = await Promise.all([digest(given), digest(token)]);
  return a.reduce((difference, byte, index) => difference | (byte ^ (b[index] ?? 0)), 0) === 0;
}

async function digest(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", encoder.encode(text)));
}
