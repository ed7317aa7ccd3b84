import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';

/** How long requests that are under way may hold up the end, in milliseconds. */
const longestGoodbye = 10_000;

/** A port that is listened on. */
export class HttpListener {
  /** Where it listens, e.g. `http://127.0.0.1:4100`. */
  readonly url: string;
  #underWay = 0;
  #whenIdle = (): void => {};

  private constructor(
    private readonly server: Server,
    host: string,
  ) {
    const { port } = server.address() as AddressInfo;
    this.url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  }

  /** Rejects where the port or the address cannot be had. */
  static async listen(port: number, host: string): Promise<HttpListener> {
    const server = createServer();
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, resolve);
    });
    return new HttpListener(server, host);
  }

  /** Has requests answered from now on. */
  serve(answer: (request: Request) => Response | Promise<Response>): void {
    const listener = getRequestListener(answer);
    this.server.on('request', (request, response) => {
      this.#underWay += 1;
      response.once('close', () => {
        this.#underWay -= 1;
        if (this.#underWay === 0) this.#whenIdle();
      });
      void listener(request, response);
    });
  }

  /** Takes no more connections, and ends the others when what is under way is answered. */
  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    await new Promise<void>((resolve) => {
      const deadline = setTimeout(resolve, longestGoodbye);
      this.#whenIdle = () => {
        clearTimeout(deadline);
        resolve();
      };
      if (this.#underWay === 0) this.#whenIdle();
    });
    // Also those on which nothing was ever asked: browsers open some in advance.
    this.server.closeAllConnections();
    await closed;
  }
}
