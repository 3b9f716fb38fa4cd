import { describe, expect } from 'vitest';
import { test } from '../support/browser-test.ts';

describe('sharing a viewpoint', () => {
  test('shows its picture, sends it where the system can, and gives the focus back', async ({
    visitor,
    site,
  }) => {
    const page = await visitor.open({ viewport: { width: 390, height: 844 } });
    await page.addInitScript(() => {
      const sent: { files?: File[]; url?: string }[] = [];
      Object.assign(window, { sent });
      Object.assign(navigator, {
        canShare: () => true,
        share: async (shared: { files?: File[]; url?: string }) => Promise.resolve(void sent.push(shared)),
      });
    });
    // Before its scripts are there, a link does what links do.
    await page.goto(`${site.url}caict-ai-2024/v/5/`, { waitUntil: 'networkidle' });
    await page.getByRole('link', { name: '分享' }).click();
    const dialog = page.getByRole('dialog', { name: /^分享：核心观点 5/u });
    const picture = dialog.getByRole('img');
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1080);
    expect(await dialog.getByRole('link', { name: '保存图片' }).getAttribute('download')).toBe(
      'caict-ai-2024-viewpoint-5.png',
    );
    await dialog.getByRole('button', { name: '发送给…' }).click();
    const sent = () =>
      page.evaluate(() =>
        (window as unknown as { sent: { files: File[]; url: string }[] }).sent.map(({ files, url }) => [
          files[0]!.type,
          new URL(url).pathname,
        ]),
      );
    await expect.poll(sent).toEqual([['image/png', '/caict-ai-2024/v/5/']]);
    await page.keyboard.press('Escape');
    expect(await dialog.count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.textContent.trim())).toBe('分享');
  });

  test('leads to the picture without scripts', async ({ visitor, site }) => {
    const page = await visitor.open({ javaScriptEnabled: false });
    await page.goto(`${site.url}caict-ai-2024/v/5/`);
    const [answer] = await Promise.all([
      page.waitForResponse(/viewpoint-5-tall\.png/u),
      page.getByRole('link', { name: '分享' }).click(),
    ]);
    expect(answer.headers()['content-type']).toBe('image/png');
  });
});
