import { useMutation } from '@tanstack/react-query'
import type { Format } from '#web/ui/format.ts'
import { toast } from '#web/ui/toast.tsx'
import { saveFile } from '#web/api/saved-file.ts'
import type { Approval, ApprovedLine } from './approval.ts'
import { fileName, sheetOf } from './sheet-words.ts'

interface SheetButtonProps {
  approval: Approval
  line: ApprovedLine
  /** The public address of the site, without a final slash. */
  site: string
  format: Format
}

/** Makes the sheet of one recipient, in this page. */
export function SheetButton({ approval, line, site, format }: SheetButtonProps) {
  const making = useMutation({
    mutationFn: async () => {
      const [{ sheetPdf }, { sheetFonts }] = await Promise.all([import('./sheet-pdf.ts'), import('./sheet-fonts.ts')])
      const sheet = sheetOf({ approval, line, site, format })
      const bytes = await sheetPdf(sheet, await sheetFonts())
      saveFile(`${fileName(sheet.title, line.title, approval.day)}.pdf`, new Blob([bytes as BlobPart], { type: 'application/pdf' }))
    },
    onError: (error) => toast({ text: error.message }),
  })
  return (
    <button
      type="button"
      className="link-button no-print"
      aria-label={`Sheet for ${line.title}, as PDF`}
      disabled={making.isPending}
      onClick={() => making.mutate()}
    >
      {making.isPending ? 'Making…' : 'Sheet'}
    </button>
  )
}
