import { useQueries, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Minor } from '#domain/money.ts'
import type { Day } from '#domain/month.ts'
import { pq } from '#web/api/public-client.ts'
import { publicPlace } from '#web/api/public-site.ts'
import type { KeptList } from './kept-list.ts'
import type { KnownVenture, Published } from './payable.ts'

/** Ventures of a list and of its newest approval as they are told now, by the address of their page. */
export function usePublished({ lines, approvals }: Pick<KeptList, 'lines' | 'approvals'>): Published {
  const all = [...new Map([...lines, ...(approvals[0]?.lines ?? [])].map((line) => [line.url, line])).values()]
  const own = useQueries({
    queries: all.filter(({ origin }) => origin === null).map(({ address }) => pq('publicVenture', { address })),
    combine: (results) => new Map(results.flatMap(({ data }): [string, KnownVenture][] => (data ? [[data.address, data]] : []))),
  })
  const followed = useQueries({
    queries: all
      .filter(({ origin }) => origin !== null)
      .map(({ url }) => ({ ...pq('followedVenture', { url }), enabled: !publicPlace().files })),
    combine: (results) => new Map(results.flatMap(({ data }): [string, KnownVenture][] => (data ? [[data.url, data]] : []))),
  })
  return ({ origin, address, url }) => (origin === null ? own.get(address) : followed.get(url))
}

/** Answers an amount in another currency, or null where no rate is known for it. */
export type Convert = (amount: Minor, currency: string) => Minor | null

/** Converts into a currency at the newest reference rate of the European Central Bank. The rates are large, so they come only where they are needed. */
export function useConversion(home: string, needed: boolean, day: Day): Convert {
  const { data } = useQuery({
    queryKey: ['conversion', home, day],
    enabled: needed,
    staleTime: Infinity,
    queryFn: async () => {
      const [{ ecbPacked }, { readRateTable, converter }] = await Promise.all([import('#domain/ecb-table.ts'), import('#domain/rate.ts')])
      return converter({ home, table: readRateTable(ecbPacked), own: [] })
    },
  })
  return useMemo(
    () => (amount, currency) => (currency === home ? amount : (data?.rate(currency, day, false)?.convert(amount) ?? null)),
    [data, home, day],
  )
}
