import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { escaped, html, lines, trusted, webAddress } from './html.ts'

test('every value is escaped unless it is markup', () => {
  expect(html`<p title="${'"\'<&>'}">${html`<b>${'<i>'}</b>`}${null}${undefined}${3}</p>`.html).toBe(
    '<p title="&quot;&#39;&lt;&amp;&gt;"><b>&lt;i&gt;</b>3</p>',
  )
  expect(lines([html`<a></a>`, false, null, [trusted('<b>'), trusted('</b>')]]).html).toBe('<a></a>\n<b>\n</b>')
})

test('what is escaped holds nothing that ends a text or an attribute, nor what XML forbids', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string()), (text) => {
      const safe = escaped(text)
      // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
      expect(safe).not.toMatch(/[<>"'\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|&(?!(amp|lt|gt|quot|#39);)/)
      expect(safe.isWellFormed()).toBe(true)
    }),
  )
})

test('only the web is linked to', () => {
  expect(webAddress('https://a.example/b c')).toBe('https://a.example/b%20c')
  for (const text of ['javascript:alert(1)', ' javascript:alert(1)', 'data:text/html,x', '//a.example', 'a', '']) {
    expect(webAddress(text)).toBeUndefined()
  }
})
