import { expect, test } from 'vitest'
import { embedSnippet, readmeSnippet } from './share-words.ts'

test('a title cannot break out of the Markdown or the HTML it is copied with', () => {
  const title = 'Kiln](https://evil.example) <b>"x"'
  expect(readmeSnippet(title, 'https://v.example/v/kiln')).toBe(
    '[![Kiln\\](https://evil.example) \\<b\\>"x": how far it is carried](https://v.example/v/kiln/badge-light.svg)](https://v.example/v/kiln)',
  )
  expect(embedSnippet(title, 'https://v.example/embed/kiln')).toContain('title="Kiln](https://evil.example) &#60;b&#62;&#34;x&#34;"')
})
