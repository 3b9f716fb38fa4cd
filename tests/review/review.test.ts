import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect } from 'vitest';
import { runPipeline } from '../../scripts/ingest/pipeline.ts';
import type { ReadPdfSource } from '../../scripts/ingest/pdf-source.ts';
import { readPdfHere } from '../../scripts/ingest/pdf-source-child.ts';
import { drawPageHere } from '../../scripts/ingest/readers/pdf/pictures/page-picture.ts';
import { ReviewSession } from '../../scripts/review/review-session.ts';
import { type ReviewServer, serveReview } from '../../scripts/review/review-server.ts';
import { findViolations } from '../support/accessibility.ts';
import { test } from '../support/browser-test.ts';
import { measureOverflow, NO_OVERFLOW } from '../support/overflow.ts';
import { ROOT } from '../support/source-files.ts';

let bytes: Uint8Array;
let pdf: ReadPdfSource;
let folder = '';
let server: ReviewServer;

beforeAll(async () => {
  bytes = new Uint8Array(await readFile(join(ROOT, 'tests/fixtures/pdf/writer-decimal/input.pdf')));
  pdf = await readPdfHere({ bytes: bytes.slice(), withTrace: false }, () => undefined);
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'review-'));
  await mkdir(join(folder, 'writer'));
  server = await serveReview({
    session: new ReviewSession('writer', join(folder, 'writer'), pdf.document),
    drawPage: (page) => drawPageHere({ bytes: bytes.slice(), page }),
  });
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const overrides = (): Promise<string> => readFile(join(folder, 'writer/overrides.yaml'), 'utf8');
const ingest = (overridesYaml: string) =>
  runPipeline({ id: 'writer', article: null, pdf, reportYaml: '', overridesYaml, permalinksYaml: '' });
/** The page of the first heading of level 2, and its text. */
function aHeading(): { readonly page: number; readonly title: string } {
  for (const block of pdf.document.body) {
    const [origin] = block.origins;
    if (block.type !== 'heading' || block.level !== 2 || origin?.kind !== 'pdf') continue;
    const [first] = block.children;
    return { page: origin.page, title: first?.type === 'text' ? first.value : '' };
  }
  throw new Error('The fixture has a heading of level 2.');
}

describe('the review of a reading', () => {
  test('writes a correction that the next ingest follows', async ({ page }) => {
    const { page: number, title } = aHeading();
    await page.goto(`${server.url}pages/${number}`);
    const item = page.locator('.blocks > li.heading', { hasText: title }).first();
    await item.getByText('改正').click();
    await item.getByLabel('标题级别').selectOption('3');
    await item.getByRole('button', { name: '改级别' }).click();
    await expect.poll(() => page.getByRole('status').textContent()).toContain('已写入');
    await expect
      .poll(() => page.locator('.blocks > li.heading', { hasText: title }).first().textContent())
      .toContain('标题 3');
    const { files, messages } = ingest(await overrides());
    const chapters = [...files].map(([path, text]) => (path.endsWith('.mdx') ? String(text) : '')).join('\n');
    const line = chapters.split('\n').find((each) => each.includes(`>${title}<`));
    expect(line).toContain('level="3"');
    expect(messages.filter(({ ruleId }) => ruleId === 'overrides/apply')).toEqual([]);
    expect(await readdir(join(folder, 'writer'))).toEqual(['overrides.yaml']);
  });

  test('corrects the cover, and goes back to what was read where a field is emptied', async ({ page }) => {
    await page.goto(server.url);
    await page.getByLabel('出版者').fill('示例院');
    await page.getByRole('button', { name: '写入' }).click();
    await expect.poll(() => page.getByRole('status').textContent()).toContain('已写入');
    expect(ingest(await overrides()).report.publisher).toBe('示例院');
    await page.getByLabel('出版者').fill('');
    await page.getByRole('button', { name: '写入' }).click();
    await expect.poll(overrides).not.toContain('示例院');
  });

  test('writes nothing where a correction does not apply, and says why', async ({ page }) => {
    await page.goto(`${server.url}pages/${aHeading().page}`);
    const item = page.locator('.blocks > li.paragraph').first();
    await item.getByText('改正').click();
    await item.getByLabel('前一段最后的几个字').fill('并无此语');
    await item.getByRole('button', { name: '从此处分开' }).click();
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('没有写入');
    expect(await readdir(join(folder, 'writer'))).toEqual([]);
  });

  test('shows a box for each block, and can be used by keys alone', async ({ page }) => {
    await page.goto(`${server.url}pages/${aHeading().page}`);
    const items = await page.locator('.blocks > li').count();
    expect(await page.locator('svg rect').count()).toBe(items);
    await page.keyboard.press('j');
    expect(
      await page
        .locator('.blocks > li')
        .first()
        .evaluate((item) => item === document.activeElement),
    ).toBe(true);
    expect(await page.locator('rect.marked').count()).toBe(1);
    await page.keyboard.press('n');
    await page.waitForURL(`**/pages/${aHeading().page + 1}`);
  });

  test('fits a phone and a desk, light and dark, and is accessible', async ({ visitor }) => {
    for (const [width, colorScheme] of [
      [390, 'dark'],
      [1280, 'light'],
    ] as const) {
      const page = await visitor.open({ viewport: { width, height: 844 }, colorScheme });
      for (const path of ['', `pages/${aHeading().page}`]) {
        await page.goto(server.url + path);
        expect(await measureOverflow(page)).toEqual(NO_OVERFLOW);
        expect(await findViolations(page)).toEqual([]);
      }
    }
  });
});

/** The status of a request with headers that no browser page of ours would send. */
function statusOf(path: string, headers: Readonly<Record<string, string>>, body?: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(
      server.url + path,
      { headers, method: body === undefined ? 'GET' : 'POST' },
      (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

describe('the server of a review', () => {
  test('answers to no other name than this machine’s', async () => {
    expect(await statusOf('', { host: 'evil.example' })).toBe(403);
    expect(await statusOf('', {})).toBe(200);
  });

  test('takes no form from elsewhere, nor one without its token, nor a long one', async () => {
    const origin = server.url.slice(0, -1);
    const form = 'action=join&page=1&number=1&token=';
    expect(await statusOf('corrections', { origin: 'https://evil.example' }, form)).toBe(403);
    expect(await statusOf('corrections', { origin }, form)).toBe(403);
    expect(await statusOf('corrections', { origin }, 'x'.repeat(65 * 1024))).toBe(413);
    expect(await readdir(join(folder, 'writer'))).toEqual([]);
  });

  test('knows its pages only', async () => {
    expect(await statusOf('pages/999', {})).toBe(404);
    expect(await statusOf('../package.json', {})).toBe(404);
  });
});
