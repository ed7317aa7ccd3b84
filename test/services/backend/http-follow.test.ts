import { expect } from '@open-wc/testing';
import { VirtualEventError } from '../../../src/core/index.js';
import { follow } from '../../../src/services/backend/http-follow.js';
import { HttpLine } from '../../../src/services/backend/http-line.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('following a backend', () => {
  const real = { fetch: window.fetch.bind(window), setTimeout: window.setTimeout.bind(window) };
  let asked: Request[];
  let answer: (request: Request) => Response | Promise<Response>;
  let line: HttpLine;

  beforeEach(() => {
    asked = [];
    line = new HttpLine('https://events.example.org');
    window.fetch = async (input, init) => {
      const request = new Request(input, init);
      asked.push(request);
      request.signal.throwIfAborted();
      const gone = new Promise<never>((_, reject) =>
        request.signal.addEventListener('abort', () => reject(request.signal.reason as Error)),
      );
      gone.catch(() => {});
      return Promise.race([answer(request), gone]);
    };
  });

  afterEach(() => Object.assign(window, real));

  /** Has long waits pass at once. */
  const hurry = (): void => {
    window.setTimeout = ((act: () => void, milliseconds = 0) =>
      real.setTimeout(act, milliseconds / 400)) as typeof setTimeout;
  };

  /** A stream that sends these pieces, and then ends or stays open; aborted with its request. */
  const streamOf =
    (pieces: string[], isOver = true) =>
    ({ signal }: Request): Response =>
      new Response(
        new ReadableStream({
          start(controller) {
            for (const piece of pieces) controller.enqueue(bytes(piece));
            if (isOver) controller.close();
            signal.addEventListener('abort', () => {
              if (!isOver) controller.error(signal.reason);
            });
          },
        }),
        { headers: { 'Content-Type': 'text/event-stream' } },
      );

  const headers = { Authorization: 'Ticket secret' };

  /** What is told until it ends, and why it ended. */
  const readAll = async (signal?: AbortSignal): Promise<{ told: unknown[]; reason: string | undefined }> => {
    const told: unknown[] = [];
    try {
      for await (const each of follow(line, '/admission', headers, signal)) told.push(each);
    } catch (thrown) {
      expect(thrown).to.be.instanceOf(VirtualEventError);
      return { told, reason: (thrown as VirtualEventError).reason };
    }
    return { told, reason: undefined };
  };

  it('reads messages however they are cut, and passes over signs of life', async () => {
    answer = streamOf([
      'id: 1\ndata: {"a',
      '":1}\n',
      '\n: still here\n\ndata: {"b":\r\ndata: 2}\r\n\r\n',
      'data: {"cut',
    ]);
    expect(await readAll()).to.deep.equal({ told: [{ a: 1 }, { b: 2 }], reason: 'connection-lost' });
  });

  it('says who asks in a header, never in the address', async () => {
    answer = streamOf(['data: 1\n\n']);
    await readAll();
    expect(asked[0]!.headers.get('authorization')).to.equal('Ticket secret');
    expect(asked[0]!.headers.get('accept')).to.equal('text/event-stream');
    expect(asked[0]!.url).to.equal('https://events.example.org/v1/admission');
    expect([asked[0]!.credentials, asked[0]!.referrerPolicy]).to.deep.equal(['omit', 'no-referrer']);
  });

  it('is refused with the reason that the backend gives', async () => {
    answer = () => Response.json({ reason: 'ticket-invalid' }, { status: 401 });
    expect(await readAll()).to.deep.equal({ told: [], reason: 'ticket-invalid' });
    expect(asked).to.have.length(1);
  });

  it('takes a connection on which nothing comes any more for lost', async () => {
    hurry();
    answer = streamOf(['data: 1\n\n'], false);
    expect(await readAll()).to.deep.equal({ told: [1], reason: 'connection-lost' });
    expect(asked[0]!.signal.aborted).to.equal(true);
  });

  it('asks again and again where a stream is held back, also the next time', async () => {
    hurry();
    const stop = new AbortController();
    let questions = 0;
    const states = ['waiting', 'waiting', 'admitted'];
    answer = (request) => {
      if (request.headers.get('accept') === 'text/event-stream') return new Promise(() => {});
      const state = states[questions++];
      if (state === undefined) stop.abort();
      return Response.json({ state, revision: String(state) });
    };
    const { told, reason } = await readAll(stop.signal);
    expect(reason).to.equal(undefined);
    expect(told).to.deep.equal([
      { state: 'waiting', revision: 'waiting' },
      { state: 'admitted', revision: 'admitted' },
    ]);
    expect(asked.slice(1, 4).map(({ url }) => new URL(url).search)).to.deep.equal([
      '',
      '?wait=25&after=waiting',
      '?wait=25&after=waiting',
    ]);
    const before = asked.length;
    questions = 2;
    for await (const each of follow(line, '/admission', headers, undefined)) {
      expect(each).to.include({ state: 'admitted' });
      break;
    }
    expect(asked.slice(before).some(({ headers: sent }) => sent.get('accept') === 'text/event-stream')).to.equal(false);
  });

  it('stops when told to, and lets go of the connection', async () => {
    const stop = new AbortController();
    answer = streamOf(['data: 1\n\n'], false);
    const told: unknown[] = [];
    for await (const each of follow(line, '/admission', headers, stop.signal)) {
      told.push(each);
      stop.abort();
    }
    expect(told).to.deep.equal([1]);
    expect(asked[0]!.signal.aborted).to.equal(true);
  });

  it('lets go of the connection when nobody reads on', async () => {
    answer = streamOf(['data: 1\n\ndata: 2\n\n'], false);
    for await (const each of follow(line, '/admission', headers, undefined)) {
      expect(each).to.equal(1);
      break;
    }
    expect(asked[0]!.signal.aborted).to.equal(true);
  });
});
