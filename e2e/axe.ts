import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from 'playwright/test'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

type Scheme = 'light' | 'dark'

/** Fails with each barrier that axe finds on the page as it stands, in light and in dark unless told otherwise. */
export async function expectNoBarriers(page: Page, schemes: Scheme[] = ['light', 'dark']): Promise<void> {
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    // Half a megabyte, which the page keeps once it has it.
    const kept = await page.evaluate(() => 'axe' in window)
    // Only what is wrong is told of each node: else axe describes every node that is right too, thousands on a page of tables.
    const axe = new AxeBuilder({ page, ...(kept ? { axeSource: 'void 0' } : {}) }).options({ resultTypes: ['violations'] }).withTags(RULES)
    const { violations } = await axe.setLegacyMode().analyze()
    const told = violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.html}`))
    expect(told, `${colorScheme}, ${page.url()}`).toEqual([])
  }
}
