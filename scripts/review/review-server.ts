/** The server of a review: this machine only, and only for pages that it gave out itself. */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { reportFieldsSchema } from '../../src/schema/overrides.ts';
import type { PagePicture } from '../ingest/readers/pdf/pictures/page-picture.ts';
import { correctionOfForm, type FormFields } from './correction-of-form.ts';
import { homePage, type Notice, pagePage } from './review-pages.ts';
import type { ReviewSession } from './review-session.ts';

/** Never reachable from another machine. */
const HOST = '127.0.0.1';
/** A correction is a few sentences. */
const MAX_FORM_BYTES = 64 * 1024;
const HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; img-src 'self' data:; style-src 'self'; script-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};
const FILES: Readonly<Record<string, string>> = {
  '/review-page.css': 'text/css',
  '/review-page.js': 'text/javascript',
};

export interface ReviewServer {
  readonly url: string;
  readonly close: () => Promise<void>;
}

export interface ReviewOptions {
  readonly session: ReviewSession;
  /** Draws a page; called once for each page that is looked at. */
  readonly drawPage: (page: number) => Promise<PagePicture>;
  /** 0 takes any free port. */
  readonly port?: number;
}

/** Serves the review of a reading. @throws Error with code `EADDRINUSE` where the port is taken */
export async function serveReview({ session, drawPage, port = 0 }: ReviewOptions): Promise<ReviewServer> {
  const pictures = new Map<number, Promise<PagePicture>>();
  const pictureOf = (page: number): Promise<PagePicture> => {
    const picture = pictures.get(page) ?? drawPage(page);
    pictures.set(page, picture);
    // One that failed may be asked for again.
    picture.catch(() => pictures.delete(page));
    return picture;
  };
  const review = new Review(session, pictureOf);
  const server = createServer((request, response) => void review.answer(request, response));
  await listen(server, port);
  return {
    url: `http://${HOST}:${String((server.address() as AddressInfo).port)}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, resolve);
  });
}

class Review {
  readonly #session: ReviewSession;
  readonly #pictureOf: (page: number) => Promise<PagePicture>;
  /** Known to pages of this server only: a form of another page cannot have it. */
  readonly #token = randomBytes(24).toString('base64url');
  /** What became of the last correction, shown once. */
  #notice: Notice | null = null;

  constructor(session: ReviewSession, pictureOf: (page: number) => Promise<PagePicture>) {
    this.#session = session;
    this.#pictureOf = pictureOf;
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    try {
      if (!isOwnHost(request)) return send(response, 403, 'This page is for this machine only.');
      if (request.method === 'POST') return await this.#post(request, response);
      if (request.method !== 'GET' && request.method !== 'HEAD')
        return send(response, 405, 'GET and POST only.');
      await this.#get(new URL(request.url ?? '/', `http://${HOST}`).pathname, response);
    } catch (error) {
      send(response, 500, error instanceof Error ? error.message : String(error));
    }
  }

  async #get(path: string, response: ServerResponse): Promise<void> {
    const type = FILES[path];
    if (type !== undefined)
      return send(response, 200, readFileSync(new URL(`.${path}`, import.meta.url)), type);
    const [, number = '', extension] = /^\/pages\/(\d{1,5})(\.webp)?$/u.exec(path) ?? [];
    const page = Number(number);
    if (path !== '/' && !this.#session.pages.some((each) => each.page === page))
      return send(response, 404, 'There is no such page.');
    const [token, notice] = [this.#token, this.#notice];
    if (path === '/') {
      this.#notice = null;
      return send(response, 200, homePage(this.#session, token, notice), 'text/html');
    }
    const picture = await this.#pictureOf(page);
    if (extension !== undefined) return send(response, 200, picture.bytes, 'image/webp');
    this.#notice = null;
    send(response, 200, pagePage(this.#session, page, { picture, token, notice }), 'text/html');
  }

  async #post(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const fields = await readForm(request);
    if (fields === null) return send(response, 413, 'The form is too long.');
    if (!isOwnOrigin(request) || !isSame(fields['token'] ?? '', this.#token))
      return send(response, 403, 'The form does not come from this page. Load it again.');
    const path = new URL(request.url ?? '/', `http://${HOST}`).pathname;
    if (path !== '/corrections' && path !== '/report') return send(response, 404, 'There is no such form.');
    this.#notice = path === '/report' ? this.#describe(fields) : this.#correct(fields);
    response.writeHead(303, {
      Location: path === '/report' ? '/' : `/pages/${String(Number(fields['page']))}`,
    });
    response.end();
  }

  #describe(fields: FormFields): Notice {
    const names = Object.keys(reportFieldsSchema.shape);
    const filled = names.flatMap((name) =>
      fields[name]?.trim() ? [[name, fields[name].trim()] as const] : [],
    );
    const parsed = reportFieldsSchema.safeParse(Object.fromEntries(filled));
    if (!parsed.success)
      return {
        text: `没有写入：${parsed.error.issues.map(({ message }) => message).join('；')}`,
        isError: true,
      };
    const empty = Object.fromEntries(names.map((name) => [name, '']));
    this.#session.describe({ ...empty, ...parsed.data });
    return { text: '已写入 overrides.yaml。', isError: false };
  }

  #correct(fields: FormFields): Notice {
    const block = this.#session.blocks()[Number(fields['number'])];
    const correction = block && correctionOfForm(block, fields);
    if (!correction) return { text: '没有写入：请把表单填完整。', isError: true };
    const refused = this.#session.correct(correction);
    return refused === null
      ? { text: '已写入 overrides.yaml。', isError: false }
      : { text: `没有写入：${refused}`, isError: true };
  }
}

/** A name of another machine that leads here (DNS rebinding) is not ours. */
function isOwnHost({ headers, socket }: IncomingMessage): boolean {
  const port = String(socket.localPort);
  return headers.host === `${HOST}:${port}` || headers.host === `localhost:${port}`;
}

function isOwnOrigin({ headers }: IncomingMessage): boolean {
  return headers.origin === `http://${headers.host ?? ''}`;
}

function isSame(given: string, wanted: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)];
  return one.length === other.length && timingSafeEqual(one, other);
}

async function readForm(request: IncomingMessage): Promise<FormFields | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_FORM_BYTES) return null;
    chunks.push(chunk);
  }
  return Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString('utf8')));
}

function send(
  response: ServerResponse,
  status: number,
  body: string | Uint8Array,
  type = 'text/plain',
): void {
  const charset = type.startsWith('text/') ? ';charset=utf-8' : '';
  response.writeHead(status, { 'Content-Type': `${type}${charset}` });
  response.end(body);
}
