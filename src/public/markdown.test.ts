import * as fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { markdownHtml } from './markdown.ts'
import { MOST_WORK } from './markdown-work.ts'

const LINK = '<a rel="nofollow noopener noreferrer ugc" href="'

test('a text becomes paragraphs, lists and links', () => {
  const html = markdownHtml('One *two*\n\n- [three](https://a.example/?b=1&c=2 "t")\n')
  expect(html).toBe(`<p>One <em>two</em></p>\n<ul>\n<li>${LINK}https://a.example/?b=1&amp;c=2" title="t">three</a></li>\n</ul>\n`)
})

test('headings begin below those of the page', () => {
  expect(markdownHtml('# a\n## b')).toBe('<h2>a</h2>\n<h3>b</h3>')
  expect(markdownHtml('# a\n###### b', 4)).toBe('<h4>a</h4>\n<h6>b</h6>')
})

test('an image is a link, or its words within one', () => {
  expect(markdownHtml('![a cat](https://a.example/cat.png "t")')).toBe(`<p>${LINK}https://a.example/cat.png">a cat</a></p>`)
  expect(markdownHtml('[![a cat](https://a.example/cat.png)](https://b.example)')).toBe(`<p>${LINK}https://b.example">a cat</a></p>`)
  expect(markdownHtml('![a cat](javascript:alert(1))')).toBe('<p>a cat</p>')
})

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'file:///etc/passwd',
  '&#106;avascript:alert(1)',
])('%s leads nowhere', (address) => {
  expect(markdownHtml(`[here](${address}) and [there](https://a.example)`)).toBe(`<p>here and ${LINK}https://a.example">there</a></p>`)
})

test('markup is shown, not followed', () => {
  expect(markdownHtml('<script>alert(1)</script>')).toBe('&lt;script&gt;alert(1)&lt;/script&gt;')
  expect(markdownHtml('a <b onclick="x">c</b>')).toBe('<p>a &lt;b onclick=&quot;x&quot;&gt;c&lt;/b&gt;</p>')
})

/** Every tag that may come out, exactly as it may. */
const ALLOWED =
  /^<(\/?(p|em|strong|ul|li|pre|code|blockquote|h[2-6])|\/?ol|ol start="\d+"|code class="language-[^"<>]*"|br \/|hr \/|\/a|a rel="nofollow noopener noreferrer ugc" href="[^"<>]+"( title="[^"<>]*")?)>$/
const piece = fc.oneof(
  fc.constantFrom(
    '![',
    '[',
    '](',
    ')',
    '"',
    "'",
    '<',
    '>',
    '<img src=x onerror=alert(1)>',
    '<a href="',
    '</a>',
    '&quot;',
    '&lt;',
    '&#0;',
    '\\',
  ),
  fc.constantFrom(
    'javascript:',
    'https://a.example',
    '\n',
    '\n\n',
    '# ',
    '> ',
    '- ',
    '1. ',
    '```',
    '~~~',
    '`',
    '*',
    '**',
    '_',
    '[a]: ',
    '[a]',
  ),
  fc.constantFrom('\0', '\u2028', '\ud800', '\t', '    ', '<https://b.example>', '<javascript:x>', '<!--', ']]>', '<![CDATA['),
  fc.string({ maxLength: 6 }),
  fc.string({ maxLength: 3, unit: 'binary' }),
)

test('whatever is written, only known tags come out, no image, and each link leads to an allowed place', () => {
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
      (text) => {
        const html = markdownHtml(text)
        const tags = html.match(/<[^>]*>?/g) ?? []
        expect(tags.filter((tag) => !ALLOWED.test(tag))).toEqual([])
        expect(html.replace(/<[^>]*>/g, '')).not.toMatch(/[<>]/)
        for (const [, href = ''] of html.matchAll(/ href="([^"]*)"/g)) {
          const scheme = /^([^/?#:]*):/.exec(href)?.[1]
          expect(scheme === undefined || /^(https?|ircs?|mailto|xmpp)$/i.test(scheme), href).toBe(true)
        }
        expect(html.isWellFormed()).toBe(true)
        // Links do not stand within links.
        expect(html.replace(/<a [^>]*>(?:(?!<\/?a\b)[^])*<\/a>/g, '')).not.toMatch(/<\/?a\b/)
      },
    ),
    { numRuns: 100 },
  )
})

const { parsed } = vi.hoisted(() => ({ parsed: [] as string[] }))
vi.mock('micromark', async (load) => {
  const whole = await load<{ micromark: (text: string) => string }>()
  const micromark = (text: string): string => {
    parsed.push(text)
    return whole.micromark(text)
  }
  return { ...whole, micromark }
})

/** As long as a text may be. */
const LONGEST = 20_000
const unit = fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(''))

test('nothing is parsed that asks for more work than a bound, however long the text is', () => {
  fc.assert(
    fc.property(unit, fc.integer({ min: 1, max: LONGEST }), (text, times) => {
      parsed.length = 0
      const long = text.repeat(times).slice(0, LONGEST)
      const html = markdownHtml(long)
      for (const taken of parsed) {
        const count = (of: string, mark: RegExp) => of.split(mark).length - 1
        expect(count(taken, /\n/)).toBeLessThan(MOST_WORK.lines)
        expect(count(taken, /[*_`[\]<]/)).toBeLessThanOrEqual(MOST_WORK.marks)
        for (const paragraph of taken.split(/\n[ \t]*\n|\n(?= {0,3}[-+*] +\S)/)) {
          expect(count(paragraph, /[*_`[\]<]/)).toBeLessThanOrEqual(MOST_WORK.dense)
        }
        for (const line of taken.split('\n')) expect(/^(> ?|- |1\. )*/.exec(line)?.[0].split(/[>-]|1\./).length).toBeLessThanOrEqual(13)
      }
      if (parsed.length === 0) expect(html.replace(/<\/?p>/g, '')).not.toMatch(/[<>]/)
    }),
    { numRuns: 60 },
  )
})

test.each(['[', '![', '*****', 'a*', '*_', '1. ', '0. ', '> ', '- ', '[a](', '\n- ', '> > ', '[x]: /u\n', '[*', '*[', '``a', '\n\n'])(
  '20 kB of %j are shown as they were typed',
  (text) => {
    parsed.length = 0
    const html = markdownHtml(text.repeat(LONGEST / text.length))
    expect(parsed).toEqual([])
    expect(html).toMatch(/^(<p>[^<>]*<\/p>)?$/)
  },
)

test('a long text that a person wrote is parsed', () => {
  const section = `## What it is\n\n${'It reads *every* backup and says [what is in it](https://a.example), in `plain` words. '.repeat(8)}\n\n- one\n- **two**\n\n`
  const text = section.repeat(24)
  expect(text.length).toBeGreaterThan(LONGEST * 0.85)
  expect(markdownHtml(text)).toContain('<strong>two</strong>')
})
