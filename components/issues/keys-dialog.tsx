'use client';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose, DialogContent, DialogTitle } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';

/** The key map of the page; names of single keys are the same in every language. */
const keyMap = [
  { name: 'move', keys: ['J', 'K', '↓', '↑'] },
  { name: 'select', keys: ['X', 'Space'] },
  { name: 'extend', keys: ['Shift J', 'Shift K'] },
  { name: 'all', keys: ['Ctrl A'] },
  { name: 'openIssue', keys: ['Enter', 'O'] },
  { name: 'keyword', keys: ['/'] },
  { name: 'filter', keys: ['F'] },
  { name: 'fields', keys: ['S', 'A', 'D', 'M', 'C'] },
  { name: 'more', keys: ['.'] },
  { name: 'preview', keys: ['Ctrl Enter'] },
  { name: 'undo', keys: ['Ctrl Z'] },
  { name: 'escape', keys: ['Esc'] },
  { name: 'commands', keys: ['Ctrl K'] },
  { name: 'go', keys: ['G I', 'G R'] },
  { name: 'help', keys: ['?'] },
] as const;

/** Every key of the page in one list. */
export function KeysDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const t = useTranslations('issues.keys');
  const common = useTranslations('common');
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent aria-describedby={undefined}>
        <div className="mb-3 flex items-center justify-between gap-3">
          <DialogTitle className="font-semibold text-15">{t('title')}</DialogTitle>
          <DialogClose asChild>
            <Button>{common('close')}</Button>
          </DialogClose>
        </div>
        <dl className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4">
          {keyMap.map(({ name, keys }) => (
            <div
              key={name}
              className="col-span-2 grid grid-cols-subgrid items-center border-line border-b py-1.5"
            >
              <dt>{t(name)}</dt>
              <dd className="flex flex-wrap justify-end gap-1">
                {keys.map((key) => (
                  <Kbd key={key}>{key}</Kbd>
                ))}
              </dd>
            </div>
          ))}
        </dl>
        <p className="mt-3 text-12 text-fg-3">{t('note')}</p>
      </DialogContent>
    </Dialog>
  );
}
