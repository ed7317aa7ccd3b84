import { spawn, type ChildProcess } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { livekitApiKey, livekitApiSecret } from './test-server.js';

const freeTcpPort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
};

const freeUdpPort = async (): Promise<number> => {
  const probe = createSocket('udp4').bind(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
};

const binary = (): string => {
  const path = process.env['LIVEKIT_SERVER_BIN'];
  if (!path) {
    throw new Error('These tests need a real LiveKit server: set LIVEKIT_SERVER_BIN to the path of a livekit-server.');
  }
  if (!existsSync(path)) throw new Error(`LIVEKIT_SERVER_BIN names ${path}, but there is no such file.`);
  return path;
};

/** A real LiveKit server on the loopback. */
export class LivekitServer {
  #process: ChildProcess | undefined;

  private constructor(
    private readonly folder: string,
    private readonly port: number,
    /** Where the server that it sends its webhooks to must listen. */
    readonly webhookPort: number,
  ) {}

  static async start(): Promise<LivekitServer> {
    binary();
    const [port, webhookPort, udpPort] = await Promise.all([freeTcpPort(), freeTcpPort(), freeUdpPort()]);
    const folder = mkdtempSync(join(tmpdir(), 'livekit-server-'));
    const configuration = {
      port,
      bind_addresses: ['127.0.0.1'],
      keys: { [livekitApiKey]: livekitApiSecret },
      rtc: {
        use_external_ip: false,
        node_ip: '127.0.0.1',
        enable_loopback_candidate: true,
        ips: { includes: ['127.0.0.1/32'] },
        udp_port: udpPort,
        tcp_port: 0,
        // Nothing listens there: it keeps the server from asking the internet.
        stun_servers: ['127.0.0.1:3478'],
      },
      room: { auto_create: false, empty_timeout: 30, departure_timeout: 5 },
      webhook: { api_key: livekitApiKey, urls: [`http://127.0.0.1:${webhookPort}/v1/webhooks/livekit`] },
    };
    writeFileSync(join(folder, 'livekit.yaml'), JSON.stringify(configuration));
    const server = new LivekitServer(folder, port, webhookPort);
    await server.restart();
    return server;
  }

  get url(): string {
    return `ws://127.0.0.1:${this.port}`;
  }

  get apiUrl(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async restart(): Promise<void> {
    await this.halt();
    this.#process = spawn(binary(), ['--config', join(this.folder, 'livekit.yaml')], { stdio: 'ignore' });
    const deadline = Date.now() + 10_000;
    while (Date.now() < deadline) {
      const answer = await fetch(this.apiUrl).catch(() => undefined);
      if (answer?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('The LiveKit server did not come up within ten seconds.');
  }

  /** Ends it without a word. */
  async halt(): Promise<void> {
    const running = this.#process;
    this.#process = undefined;
    if (running?.exitCode !== null) return;
    running.kill('SIGKILL');
    await once(running, 'exit');
  }

  async dispose(): Promise<void> {
    await this.halt();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
