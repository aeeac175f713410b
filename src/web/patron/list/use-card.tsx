import { useMutation, useQueryClient } from '@tanstack/react-query'
import { mergedUse, readOwnUse, weightsByUse, type UsedPackage } from '#domain/own-use.ts'
import type { PackageIndex } from '#contract/public.ts'
import { pq } from '#web/api/public-client.ts'
import { Button } from '#web/ui/button.tsx'
import { Card } from '#web/ui/card.tsx'
import { FileButton } from '#web/ui/file-button.tsx'
import { Trouble } from '#web/ui/trouble.tsx'
import { withVenture, type KeptList, type KeptUse } from './kept-list.ts'
import { changeList } from './list-store.ts'

/** A bill of materials of a large product; more is no file of this kind. */
const LARGEST_BYTES = 64 * 1024 * 1024

interface Read {
  use: KeptUse
  matches: { address: string; title: string }[]
}

/** Files that say which packages are in use: they are read in this page, and what is matched to them comes here, not the other way round. */
export function UseCard({ list }: { list: KeptList }) {
  const client = useQueryClient()
  const reading = useMutation({
    mutationFn: async (files: readonly File[]): Promise<Read> => {
      const [read, index] = await Promise.all([Promise.all(files.map(packagesOf)), client.fetchQuery(pq('matchPackages', {}))])
      return matched(files, read, index)
    },
    onSuccess: ({ use }) => changeList((now) => ({ ...now, use, split: now.lines.length > 0 ? 'use' : now.split })),
  })
  const missing = (reading.data?.matches ?? []).filter(
    ({ address }) => !list.lines.some((line) => line.origin === null && line.address === address),
  )
  const add = () =>
    changeList((now) => missing.reduce((list, { address, title }) => withVenture(list, { ...ofThisSite(address), title }), now))
  return (
    <Card title="What you use" hint="read here, never sent">
      <div className="stack">
        <p className="quiet-text">
          A package.json, a package-lock.json or a CycloneDX file tells which ventures of this site make what you build on.
        </p>
        {list.use && <p>{ofUse(list.use)}</p>}
        <div className="actions">
          <FileButton disabled={reading.isPending} onFiles={(files) => files.length > 0 && reading.mutate(files)}>
            {list.use ? 'Choose other files' : 'Choose files'}
          </FileButton>
          {list.use && (
            <button type="button" className="link-button" onClick={() => changeList((now) => ({ ...now, use: null, split: 'equal' }))}>
              Forget them
            </button>
          )}
        </div>
        <Trouble error={reading.error} />
        {missing.length > 0 && (
          <div className="stack" role="status">
            <p>
              {missing.length === 1
                ? 'One more venture here makes something that you use: '
                : `${missing.length} more ventures here make something that you use: `}
              {missing.map(({ title }) => title).join(', ')}.
            </p>
            <Button tone="quiet" onClick={add}>
              {missing.length === 1 ? 'Put it on the list' : 'Put them on the list'}
            </Button>
          </div>
        )}
      </div>
    </Card>
  )
}

function ofUse({ files, packages, weights }: KeptUse): string {
  const matches = Object.keys(weights).length
  const ventures =
    matches === 0
      ? 'no venture of this site makes one of them'
      : matches === 1
        ? 'one venture of this site makes some of them'
        : `${matches} ventures of this site make some of them`
  return `${files.join(', ')}: ${packages === 1 ? 'one package' : `${packages} packages`}; ${ventures}.`
}

function ofThisSite(address: string) {
  return { address, url: `v/${address}`, currency: null, origin: null }
}

async function packagesOf(file: File): Promise<UsedPackage[]> {
  if (file.size > LARGEST_BYTES) throw new Error(`Failed to read ${file.name}: it has more than 64 MB. Give a smaller file.`)
  const use = readOwnUse(await file.text())
  if ('problem' in use) throw new Error(`Failed to read ${file.name}. ${use.problem}`)
  return use.packages
}

function matched(files: readonly File[], read: UsedPackage[][], index: PackageIndex): Read {
  const used = mergedUse(read)
  const weights = weightsByUse(used, index)
  const titles = new Map(index.map(({ address, title }) => [address, title]))
  return {
    use: { files: files.map(({ name }) => name), packages: used.length, weights: Object.fromEntries(weights) },
    matches: [...weights.keys()].map((address) => ({ address, title: titles.get(address) ?? address })),
  }
}
