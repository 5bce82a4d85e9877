import { expect, type Page } from '@playwright/test';

const sizes = [
  { width: 390, height: 844 },
  { width: 1024, height: 768 },
];

/** The app scrolls within the window: on a phone and on a small screen the window itself has nowhere to go. */
export async function expectFitsWindow(page: Page, where: string): Promise<void> {
  const before = page.viewportSize();
  for (const size of sizes) {
    await page.setViewportSize(size);
    const over = () =>
      page.evaluate(() => {
        const { scrollHeight, scrollWidth } = document.documentElement;
        return [Math.max(0, scrollWidth - window.innerWidth), Math.max(0, scrollHeight - window.innerHeight)];
      });
    await expect.poll(over, { message: `${where} at ${size.width} px` }).toEqual([0, 0]);
  }
  if (before) await page.setViewportSize(before);
}
